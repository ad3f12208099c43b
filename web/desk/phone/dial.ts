/// <reference types="amazon-connect-streams" />
/** Calls out: to a customer, or to somebody who joins the present call. */
import type { Answer } from './answered.ts';
import { ask, currentAgent, currentContact } from './asking.ts';
import { may } from './call-states.ts';
import { phone, updatePhone } from './phone.ts';

/** Connect answers a wish to dial when it has begun; the library itself may never answer [issue 1090]. */
const dialLimitMs = 15_000;

/** Dials an E.164 number from the queue that the routing profile names for calls out. */
export async function dial(number: string): Promise<Answer['answer']> {
  const agent = currentAgent();
  if (agent === undefined || phone.value.call !== undefined || phone.value.asked !== undefined) return 'refused';
  return await ask(
    'dial',
    (callbacks) => agent.connect(connect.Endpoint.byPhoneNumber(number), callbacks),
    dialLimitMs,
  );
}

/** Somebody to bring in: a quick connect of this instance by its ARN, or an E.164 number. */
export type Target = { arn: string; name: string } | { number: string };

export interface QuickConnect {
  arn: string;
  name: string;
  type: string;
}

/** Streams' endpoints as it gave them: the wish to connect hands them back whole. */
const endpoints = new Map<string, connect.Endpoint>();

/** The quick connects of this agent's queues, the own one left out; undefined when Connect refused or did not answer. */
export async function readQuickConnects(): Promise<QuickConnect[] | undefined> {
  const agent = currentAgent();
  if (agent === undefined) return undefined;
  let found: connect.Endpoint[] = [];
  const answer = await ask('quick-connects', ({ success, failure }) =>
    agent.getEndpoints(agent.getAllQueueARNs(), {
      success: ({ endpoints }) => {
        found = endpoints;
        success();
      },
      failure,
    }),
  );
  if (answer !== 'done') return undefined;
  for (const one of found) endpoints.set(one.endpointARN, one);
  const own = agent.getConfiguration().username;
  return found
    .filter((one) => (one as { agentLogin?: string }).agentLogin !== own)
    .map(({ endpointARN, name, type }) => ({ arn: endpointARN, name, type }));
}

/** Calls `target` into the present call; the customer is put on hold by Connect until somebody joins. */
export async function bringIn(target: Target): Promise<Answer['answer']> {
  const contact = currentContact();
  const endpoint = 'arn' in target ? endpoints.get(target.arn) : connect.Endpoint.byPhoneNumber(target.number);
  if (contact === undefined || endpoint === undefined || !may(phone.value.call?.state, 'transfer')) return 'refused';
  updatePhone({ dropped: undefined, gone: undefined });
  return await ask('transfer', (callbacks) => contact.addConnection(endpoint, callbacks), dialLimitMs);
}
