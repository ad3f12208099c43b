import { find } from '../resources.ts';
import type { Connect } from '../types.ts';
import type { World } from './world.ts';

/** The quick connects of these queues, each once, by name. */
export function endpoints({ resources, agents }: World, queueArns: string[]): ReturnType<Connect['endpoints']> {
  const types = { QUEUE: 'queue', USER: 'agent', PHONE_NUMBER: 'phone_number', FLOW: 'queue' } as const;
  const arns = new Set(queueArns.flatMap((queueArn) => find(resources.queues, queueArn)?.quickConnectArns ?? []));
  const loginOf = (userArn: string | undefined) => [...agents.values()].find(({ arn }) => arn === userArn)?.username;
  return [...arns]
    .map((arn) => find(resources.quickConnects, arn))
    .filter((quickConnect) => quickConnect !== undefined)
    .map(({ arn, name, type, phoneNumber, userArn }) => ({
      ...{ arn, name, type: types[type], phoneNumber },
      ...(type === 'USER' && { agentLogin: loginOf(userArn) }),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
