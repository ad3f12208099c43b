import { describe, expect, it } from 'vitest';
import type { Person, ServiceRequest } from '../../domain/directory/types.ts';
import { type CallOptions, startCall } from './start-call.ts';

const aPerson = (id: string, name: string, over: Partial<Person>): Person => ({
  id,
  name,
  active: true,
  version: 1,
  ...over,
});
const directory = {
  people: [
    aPerson('ada', 'Ada Palmer', { employeeId: '20417', phones: [{ label: 'work', number: '+12125550123' }] }),
    aPerson('bo', 'Bo Lind', { supportId: '4711' }),
    aPerson('cy', 'Cy Lind', { supportId: '4711' }),
  ],
  requests: [{ number: 'RQ-10041', personId: 'ada', status: 'open', openedAt: '2026-11-20T09:00:00.000Z' }],
} as { people: Person[]; requests: ServiceRequest[] };

const question = 'Please enter the number';

/** Dials, asks to enter a number, and presses the keys at the question, a moment between each two. */
async function entering(keys: string, options: CallOptions = {}) {
  const call = await startCall({ directory, ...options });
  await call.hears('enter your support ID');
  call.presses('2');
  await call.hears(question);
  press(call, keys);
  return call;
}
function press(call: Awaited<ReturnType<typeof startCall>>, keys: string): void {
  [...keys].forEach((key, at) => {
    call.desk.clock.after((at + 1) * 300, () => call.presses(key));
  });
}

describe('a caller who keys in', () => {
  it.each([
    ['an employee number', '20417#', { outcome: 'one-person', personId: 'ada', requestNumber: 'none' }],
    ['a request number', '10041#', { outcome: 'one-person', personId: 'ada', requestNumber: 'RQ-10041' }],
    ['a support ID that two people share', '4711#', { outcome: 'several-people', personId: 'none' }],
    ['a number after starting anew', '99*20417#', { outcome: 'one-person', personId: 'ada' }],
  ])('%s hears that it was found, and the agent sees who it is', async (_, keys, attributes) => {
    const call = await entering(keys);
    await call.hears('Thank you, we have found it');
    await call.isQueuedIn('Service desk');
    expect(await call.attributes()).toMatchObject(attributes);
    expect(call.desk.facts.at(-1)).toMatchObject({ keyed: keys.replace(/.*\*|#/g, '') });
  });

  it('never hears a name that a stranger could be after', async () => {
    const call = await entering('20417#');
    await call.hears('Thank you, we have found it');
    const spoken = call.call.events.flatMap((event) => (event.kind === 'heard' ? [event.text] : []));
    expect(spoken.join(' ')).not.toContain('Ada');
  });

  it('a wrong number may try once more', async () => {
    const call = await entering('555#');
    await call.hears('Sorry, we did not find that number');
    await call.hears(question);
    press(call, '4711#');
    await call.hears('Thank you, we have found it');
    await call.isQueuedIn('Service desk');
  });

  it('two wrong numbers is put through all the same, as who their line says', async () => {
    const call = await entering('555#', { from: '+12125550123' });
    await call.hears('Sorry, we did not find that number');
    await call.hears(question);
    press(call, '556#');
    await call.hears('Sorry, we did not find that number');
    await call.hears('an agent will help you');
    await call.isQueuedIn('Service desk');
    expect(await call.attributes()).toMatchObject({ outcome: 'one-person', personId: 'ada' });
  });

  it('nothing is put through', async () => {
    const call = await entering('');
    await call.hears('an agent will help you');
    await call.isQueuedIn('Service desk');
  });

  it('a number while the look-up fails is put through, as who their line says', async () => {
    const call = await entering('4711#', { from: '+12125550123', lookUp: 'fails when keyed' });
    await call.hears('an agent will help you');
    await call.isQueuedIn('Service desk');
    expect(await call.attributes()).toMatchObject({ outcome: 'one-person', personId: 'ada', requestNumber: 'none' });
  });

  it('half a number and hangs up leaves nothing open', async () => {
    const call = await entering('47');
    call.hangsUp();
    await call.isIn('ended');
    expect(call.desk.facts).toHaveLength(1);
  });
});
