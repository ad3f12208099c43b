import { describe, expect, it } from 'vitest';
import { action, aFlow, end, to } from '../domain/flow/builders.ts';
import type { aDesk } from './desk.ts';
import { startCall } from './start-call.ts';

type Desk = ReturnType<typeof aDesk>;

const ada = '+12125550123';
const people: [string, string][] = [['Ada Palmer', ada]];

it('repeats the message and the music while the caller waits', async () => {
  const call = await startCall({ people });
  for (const _ of [1, 2, 3]) {
    await call.hears('Thank you for holding');
    await call.hears('hold music');
  }
  expect(call.call.phase).toBe('queue');
});

describe('when an agent answers', () => {
  async function answered(from = ada, lookUp: 'answers' | 'fails' = 'answers') {
    const call = await startCall({ from, people, lookUp });
    await call.isQueuedIn('Service desk');
    call.agentDoes('PutAgentState', { state: { name: 'Available' } });
    await call.isIn('ringing');
    call.agentDoes('AcceptContact');
    await call.isIn('talking');
    return call;
  }
  it('the caller hears that somebody is there', async () => {
    const call = await answered();
    await call.hears('You are now connected.');
  });

  it.each([
    ['who it is', ada, 'answers', 'Ada Palmer'],
    ['that nobody knows the caller', '+12125550199', 'answers', 'an unknown caller'],
    ['that the look-up failed', ada, 'fails', 'a caller who could not be looked up'],
  ] as const)('the agent hears %s', async (_, from, lookUp, words) => {
    const call = await answered(from, lookUp);
    expect(call.traceOf('say-who')).toMatchObject({ why: `the agent hears: ${words}, for Service desk` });
  });

  it('and puts the caller on hold, both hear so, round and round', async () => {
    const call = await answered();
    call.agentDoes('HoldConnection', { side: 'customer' });
    for (const _ of [1, 2]) {
      await call.hears('Please stay on the line');
      await call.hears('hold music');
    }
    expect(call.traceOf('hold', 'agent-hold')).toMatchObject({ type: 'MessageParticipantIteratively' });
    call.agentDoes('ResumeConnection', { side: 'customer' });
    await call.isIn('talking');
  });

  it('and leaves first, the caller hears a goodbye', async () => {
    const call = await answered();
    call.agentDoes('DestroyConnection');
    await call.hears('Thank you for calling the service desk. Goodbye.');
    await call.isIn('ended');
  });
});

describe('a transfer to a queue', () => {
  /** As a quick connect does: the working queue is set before the flow begins. */
  const toQueue = (name: string) => (desk: Desk) =>
    desk.makeFlow(
      'quick connect',
      aFlow([
        action(
          'set',
          'UpdateContactTargetQueue',
          { QueueId: desk.queues.get(name) },
          to('go', { NoMatchingError: 'end' }),
        ),
        action('go', 'TransferToFlow', { ContactFlowId: desk.queueTransfer }, to('end', { NoMatchingError: 'end' })),
        end,
      ]),
    );

  it('puts the call into the chosen queue, with its waiting message', async () => {
    const call = await startCall({ flow: toQueue('Billing') });
    await call.isQueuedIn('Billing');
    await call.hears('Your call is in line for Billing');
  });

  it('goes to the service desk when that queue is full', async () => {
    const call = await startCall({ flow: toQueue('Billing'), billingLimit: 0 });
    await call.hears('All lines are taken there at the moment.');
    await call.isQueuedIn('Service desk');
    await call.hears('Your call is in line for Service desk');
  });

  it('goes there too when nothing can tell where the call came from', async () => {
    const call = await startCall({ flow: toQueue('Billing'), billingLimit: 0, routing: 'fails' });
    await call.isQueuedIn('Service desk');
  });

  it('tells the caller when there is no queue at all', async () => {
    const call = await startCall({ flow: toQueue('Service desk'), queueLimit: 0 });
    await call.isSentAwayWith('We are sorry, we cannot transfer the call');
  });

  it('lets the one who is handed over go ahead of callers who came before', async () => {
    const first = await startCall({});
    await first.isQueuedIn('Service desk');
    const second = await first.alsoDials(toQueue('Service desk'));
    await first.until(() => second.phase === 'queue');
    first.agentDoes('PutAgentState', { state: { name: 'Available' } });
    await first.until(() => second.phase === 'ringing');
    expect(first.call.phase).toBe('queue');
  });

  it('tells the agent that a colleague has sent the call', async () => {
    const call = await startCall({ flow: toQueue('Billing') });
    await call.isQueuedIn('Billing');
    call.agentDoes('PutAgentState', { state: { name: 'Available' } });
    await call.isIn('ringing');
    call.agentDoes('AcceptContact');
    await call.isIn('talking');
    expect(call.traceOf('say-who')).toMatchObject({ why: expect.stringContaining('handed over by a colleague') });
  });
});
