import { describe, expect, it } from 'vitest';
import { flowAnswer } from '../../domain/caller/flow-answer.ts';
import { startCall } from './start-call.ts';

const ada = '+12125550123';
const people: [string, string][] = [
  ['Ada Palmer', ada],
  ['Bo Lind', '+442079460000'],
  ['Cy Lind', '+442079460000'],
];

describe('a caller', () => {
  it('who is known is greeted by name and put into the queue of the service desk', async () => {
    const call = await startCall({ from: ada, people });
    await call.hears('Hello Ada Palmer, and welcome');
    await call.hears('For billing, press 1');
    await call.isQueuedIn('Service desk');
    await call.hears('Your call is in line for Service desk');
    expect(await call.attributes()).toEqual({
      outcome: 'one-person',
      personId: 'p-0',
      personName: 'Ada Palmer',
      spokenName: 'Ada Palmer',
      dialledNumber: call.desk.dialledNumber,
      requestNumber: 'none',
      keyed: 'none',
      interactionId: call.call.contactId,
    });
  });

  it('whose number several people share is told so', async () => {
    const call = await startCall({ from: '+442079460000', people });
    await call.hears('Several people share your number');
    await call.isQueuedIn('Service desk');
    expect(await call.attributes()).toMatchObject({ outcome: 'several-people', personId: 'none' });
  });

  it('whom nobody knows is asked to have the name ready', async () => {
    const call = await startCall({ people });
    await call.hears('We do not know your number yet');
    await call.isQueuedIn('Service desk');
    expect(await call.attributes()).toMatchObject({ outcome: 'unknown', spokenName: 'an unknown caller' });
  });

  it.each([
    ['anonymous', 'withheld'],
    ['', 'withheld'],
    ['+', 'unusable'],
    ['7000', 'short-code'],
    ['sip:alice@example.com', 'sip'],
  ])('whose number comes as "%s" is served like any other', async (from, outcome) => {
    const call = await startCall({ from, people });
    await call.hears('We cannot see your number');
    await call.isQueuedIn('Service desk');
    expect(await call.attributes()).toMatchObject({ outcome, personId: 'none' });
  });

  it('whose number cannot exist is asked to have the name ready', async () => {
    const call = await startCall({ from: '12345678901234567890', people });
    await call.hears('We do not know your number yet');
    await call.isQueuedIn('Service desk');
  });

  it('who is only a candidate is not greeted by name', async () => {
    const call = await startCall({ from: ada, people: [['Ada Palmer', '555-0123']] });
    await call.hears('We do not know your number yet');
    await call.isQueuedIn('Service desk');
    expect(await call.attributes()).toMatchObject({ outcome: 'candidates', personName: 'To be confirmed' });
  });

  it('is known already when hanging up in the greeting', async () => {
    const call = await startCall({ from: ada, people });
    await call.hears('Hello Ada Palmer');
    call.hangsUp();
    await call.isIn('ended');
    expect(call.desk.facts).toMatchObject([{ outcome: 'one-person', personName: 'Ada Palmer' }]);
    expect(call.desk.queued).toEqual([]);
  });

  it('who dials while the desk is closed hears so and is let go', async () => {
    const call = await startCall({ from: ada, people, at: '2026-11-21T10:00:00Z' });
    await call.hears('Hello Ada Palmer');
    await call.isSentAwayWith('The service desk is closed at the moment');
  });

  it('who finds the queue full hears so and is let go', async () => {
    const call = await startCall({ from: ada, people, queueLimit: 0 });
    await call.isSentAwayWith('All our lines are taken');
  });
});

describe('the look-up', () => {
  const { keyedFound: _, ...words } = flowAnswer('', { outcome: 'not-identified', steps: [] });
  it.each(['fails', 'is slow'] as const)('that %s never ends the call: it goes on without a name', async (lookUp) => {
    const call = await startCall({ from: ada, people, lookUp });
    await call.hears('Welcome to the service desk. Calls may be recorded.');
    await call.isQueuedIn('Service desk');
    expect(await call.attributes()).toEqual({
      ...words,
      keyed: 'none',
      dialledNumber: call.desk.dialledNumber,
      interactionId: call.call.contactId,
    });
  });

  it('keeps the caller waiting for 3 seconds at most', async () => {
    const call = await startCall({ from: ada, people, lookUp: 'is slow' });
    await call.hears('Welcome to the service desk');
    expect(call.seconds()).toBeLessThanOrEqual(3);
  });
});

describe('the menu', () => {
  it.each([
    ['1', 'Billing'],
    ['3', 'Network'],
  ] as const)('leads with %s to %s', async (key, queue) => {
    const call = await startCall({ people });
    await call.hears('For billing, press 1');
    call.presses(key);
    await call.isQueuedIn(queue);
    await call.hears(`Your call is in line for ${queue}`);
  });

  it.each(['4', '#'])('leads to the service desk with any other key, as %s', async (key) => {
    const call = await startCall({ people });
    await call.hears('For billing, press 1');
    call.presses(key);
    await call.isQueuedIn('Service desk');
  });

  it('leads to the service desk without a key, 3 seconds after its words', async () => {
    const call = await startCall({ people });
    await call.hears('For billing, press 1');
    const before = call.seconds();
    await call.isQueuedIn('Service desk');
    const menu = call.call.events.find((event) => event.kind === 'heard' && event.text.startsWith('For billing'));
    expect(call.seconds() - before).toBeCloseTo((menu?.kind === 'heard' ? menu.ms : 0) / 1000 + 3, 5);
  });
});
