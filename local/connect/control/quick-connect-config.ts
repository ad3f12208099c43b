import { idOf } from '../arn.ts';
import type { World } from '../exchange/world.ts';
import { find, type QuickConnect, type Resources } from '../resources.ts';
import { invalid, notEmulated, notFound } from './errors.ts';

/** Where a quick connect leads. */
export type QuickConnectTarget = Pick<QuickConnect, 'type' | 'queueArn' | 'userArn' | 'phoneNumber' | 'flowArn'>;

/** Kinds of transfer flow by kind of quick connect [docs]. */
const flowTypes = { USER: 'AGENT_TRANSFER', QUEUE: 'QUEUE_TRANSFER' } as const;

/** Reads a `QuickConnectConfig` of the API; whatever it names by id or ARN must be there. */
export function targetOf({ resources, agents }: World, config: unknown): QuickConnectTarget {
  const { QuickConnectType: type, UserConfig, QueueConfig, PhoneConfig } = Object(config);
  const none = { queueArn: undefined, userArn: undefined, phoneNumber: undefined, flowArn: undefined };
  if (type === 'USER') {
    const { UserId, ContactFlowId } = partOf(UserConfig, 'UserConfig', ['UserId', 'ContactFlowId']);
    const user = [...agents.values()].find(({ id }) => id === idOf(String(UserId)));
    if (!user) throw notFound(`user ${UserId}`);
    return { ...none, type, userArn: user.arn, flowArn: flowArn(resources, ContactFlowId, type) };
  }
  if (type === 'QUEUE') {
    const { QueueId, ContactFlowId } = partOf(QueueConfig, 'QueueConfig', ['QueueId', 'ContactFlowId']);
    const queue = find(resources.queues, String(QueueId));
    if (!queue) throw notFound(`queue ${QueueId}`);
    return { ...none, type, queueArn: queue.arn, flowArn: flowArn(resources, ContactFlowId, type) };
  }
  if (type === 'PHONE_NUMBER') {
    const { PhoneNumber } = partOf(PhoneConfig, 'PhoneConfig', ['PhoneNumber']);
    if (!/^\+[1-9]\d{1,14}$/.test(String(PhoneNumber))) throw invalid(`PhoneNumber ${PhoneNumber} is not E.164`);
    return { ...none, type, phoneNumber: String(PhoneNumber) };
  }
  if (type === 'FLOW') throw notEmulated('quick connect of type FLOW');
  throw invalid(`QuickConnectType ${type} is none`);
}

/** The same the other way, with ids. */
export function configOf({ type, queueArn, userArn, phoneNumber, flowArn }: QuickConnect): object {
  const ContactFlowId = flowArn && idOf(flowArn);
  return {
    QuickConnectType: type,
    ...(userArn && { UserConfig: { UserId: idOf(userArn), ContactFlowId } }),
    ...(queueArn && { QueueConfig: { QueueId: idOf(queueArn), ContactFlowId } }),
    ...(phoneNumber && { PhoneConfig: { PhoneNumber: phoneNumber } }),
  };
}

function partOf(part: unknown, name: string, members: string[]): Record<string, unknown> {
  const given = Object(part);
  const missing = members.filter((member) => typeof given[member] !== 'string');
  if (missing.length) throw invalid(`${name} lacks ${missing.join(', ')}`);
  return given;
}

function flowArn({ flows }: Resources, id: unknown, type: keyof typeof flowTypes): string {
  const flow = find(flows, String(id));
  if (!flow) throw notFound(`flow ${id}`);
  if (flow.type !== flowTypes[type])
    throw invalid(`a quick connect of type ${type} needs a flow of type ${flowTypes[type]}`);
  return flow.arn;
}
