import type { InteractionPage } from '../../domain/api.ts';
import { runUntil } from '../connect/clock.ts';
import type { Call, CallEvent } from '../connect/types.ts';
import type { Desk } from '../desk-types.ts';
import type { Invocation } from '../ports.ts';
import { agentAtWork } from './agent.ts';
import { callerAtPhone } from './caller.ts';
import type { CallPlan } from './plan.ts';

/** What one scripted call left behind. */
export interface DrivenCall {
  call: Call;
  invocations: Invocation[];
  /** As the desk's API tells it. */
  interaction: InteractionPage;
}

/** Seconds of the instance's time after which a call that has not ended is taken to be stuck. */
const limit = 3600;

/**
 * Makes the call of `plan` on a desk whose clock is free, with the caller's and the agent's part scripted, and reads the
 * record over the API as `reader` (a user name that may sign in). `heard` is told of each event as it comes. Throws an
 * Error of one line when the call could not run as a caller would expect: what stopped it, or what the stack lacks.
 */
export async function driveCall(
  desk: Desk,
  plan: CallPlan,
  reader: string,
  heard: (event: CallEvent) => void = () => undefined,
): Promise<DrivenCall> {
  const to = plan.to ?? desk.connect.numbers()[0];
  if (!to) throw new Error('this stack has no phone number; set phoneNumber in cdk.json');
  const stopAgent = plan.agent ? agentAtWork(desk.connect, desk.clock, plan.agent) : () => undefined;
  // What an agent's coming to work costs is no part of the call.
  await desk.settled();
  const invocations: Invocation[] = [];
  desk.functions.onInvocation((invocation) => invocations.push(invocation));

  const call = desk.connect.dial({ from: plan.from, to });
  for (const event of call.events) heard(event);
  call.onEvent(heard);
  callerAtPhone(call, desk.clock, plan);

  const busy = () => (plan.agent ? (desk.connect.agent(plan.agent)?.contacts.length ?? 0) > 0 : false);
  await runUntil(desk, desk.clock, () => call.phase === 'ended' && !busy(), limit * 1000);
  stopAgent();
  await desk.settled();

  const fault = call.events.find((event) => event.kind === 'fault');
  const problem = desk.problems()[0];
  if (fault?.kind === 'fault') throw new Error(problem ?? fault.message);
  if (problem) throw new Error(problem);
  const duringCall = [...invocations];
  return { call, invocations: duringCall, interaction: await readInteraction(desk, call.contactId, reader) };
}

async function readInteraction(desk: Desk, id: string, reader: string): Promise<InteractionPage> {
  const answer = await fetch(`${desk.deskUrl}/api/interactions/${encodeURIComponent(id)}`, {
    headers: { authorization: `Bearer ${await desk.token(reader)}` },
  });
  if (answer.ok) return (await answer.json()) as InteractionPage;
  const why = desk.problems()[0] ?? `the API answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`;
  throw new Error(`no record of the call can be read: ${why}`);
}
