import { describe, expect, it } from 'vitest';
import { type CallOptions, startCall } from './start-call.ts';

const ada = '+12125550123';
const people: [string, string][] = [['Ada Palmer', ada]];

/** Ned talks with Ada, who dialled; `keys` are those she presses in the menu. Beth is free. */
async function talking({ keys = '', ...options }: CallOptions & { keys?: string } = {}) {
  const call = await startCall({ from: ada, people, ...options });
  if (keys) {
    await call.hears('press 1');
    call.presses(keys);
  }
  await call.isQueuedIn(keys === '1' ? 'Billing' : 'Service desk');
  call.agentDoes('PutAgentState', { state: { name: 'Available' } });
  await call.isIn('ringing');
  call.agentDoes('AcceptContact');
  await call.isIn('talking');
  await call.hears('You are now connected');
  const { desk } = call;
  const becomes = (username: string, name: string) => call.agentDoes('PutAgentState', { state: { name } }, username);
  becomes('beth', 'Available');
  const contact = (username: string) => desk.connect.agent(username)?.contacts.at(-1);
  const stateOf = (username: string) => contact(username)?.state.type;
  return {
    ...call,
    becomes,
    contact,
    stateOf,
    third: () => contact('ned')?.connections.at(2),
    handsTo: (name: string, username = 'ned') =>
      call.agentDoes(
        'CreateAdditionalConnection',
        { endpoint: { endpointARN: desk.quickConnects.get(name) } },
        username,
      ),
    leaves: (username = 'ned') => call.agentDoes('DestroyConnection', {}, username),
    /** The call's last queue, by name; an agent's own by the user name. */
    lastQueue: () => {
      const arn = desk.queued.at(-1) ?? '';
      const agent = desk.connect.agents().find(({ id }) => arn.endsWith(`/queue/agent/${id}`));
      return agent?.username ?? [...desk.queues].find(([, queueArn]) => queueArn === arn)?.[0];
    },
    /** What the flow of a transfer said to the first agent, who hears it while the caller is on hold. */
    agentHeard: () =>
      call.call.events.flatMap((event) =>
        event.kind === 'block' && event.why?.startsWith('the agent hears: ') ? [event.why.slice(17)] : [],
      ),
  };
}

describe('a consult', () => {
  it('that is answered leaves the caller with the second agent when the first one goes', async () => {
    const call = await talking();
    call.handsTo('beth');
    await call.hears('Please stay on the line');
    await call.until(() => call.stateOf('beth') === 'connecting');
    expect(call.lastQueue()).toBe('beth');
    expect(call.third()?.state.type).toBe('connecting');
    expect(call.contact('beth')).toMatchObject({
      initiationMethod: 'transfer',
      initialContactId: call.call.contactId,
      previousContactId: call.call.contactId,
      attributes: await call.attributes(),
    });
    call.agentDoes('AcceptContact', {}, 'beth');
    await call.until(() => call.third()?.state.type === 'connected');
    expect(call.traceOf('say-who', 'transfer-whisper')).toMatchObject({
      why: 'the agent hears: Ada Palmer, handed over by a colleague',
    });
    call.leaves();
    expect(call.stateOf('ned')).toBe('ended');
    await call.isIn('talking');
    call.leaves('beth');
    await call.hears('Thank you for calling the service desk. Goodbye.');
  });

  it.each([
    ['is missed', () => undefined],
    ['is declined', (call: Awaited<ReturnType<typeof talking>>) => call.agentDoes('RejectContact', {}, 'beth')],
  ])('that %s gives the first agent the caller back after 25 seconds', async (_, meanwhile) => {
    const call = await talking();
    const asked = call.desk.clock.now();
    call.handsTo('beth');
    await call.until(() => call.stateOf('beth') === 'connecting');
    meanwhile(call);
    await call.until(() => call.third()?.state.type === 'disconnected');
    expect(call.agentHeard().at(-1)).toBe('Nobody answered there.');
    expect((call.desk.clock.now() - asked) / 1000).toBeCloseTo(26, 0);
    expect(call.lastQueue()).toBe('beth');
    expect(call.call.phase).toBe('onHold');
    call.agentDoes('ResumeConnection', { side: 'customer' });
    await call.isIn('talking');
  });

  it.each(['Lunch', 'Offline'])('of somebody who is in %s comes back at once, with words', async (state) => {
    const call = await talking();
    call.becomes('beth', state);
    const asked = call.desk.clock.now();
    call.handsTo('beth');
    await call.until(() => call.third()?.state.type === 'disconnected');
    expect(call.agentHeard().at(-1)).toBe('Beth is not there at the moment. One moment, please.');
    expect(call.desk.clock.now() - asked).toBeLessThan(5_000);
    expect(call.desk.queued).toHaveLength(1);
    expect(call.call.phase).toBe('onHold');
  });

  it('of a team whose line is full comes back with words', async () => {
    const call = await talking({ billingLimit: 0 });
    call.handsTo('Billing');
    await call.until(() => call.third()?.state.type === 'disconnected');
    expect(call.agentHeard().at(-1)).toBe('All lines are taken there at the moment. One moment, please.');
    expect(call.call.phase).toBe('onHold');
  });
});

it('a first agent who leaves while the words of a missed consult are spoken does not lose the caller', async () => {
  const call = await talking();
  call.handsTo('beth');
  await call.until(() => call.traceOf('say-nobody') !== undefined);
  call.leaves();
  await call.hears('The next free agent will take the call');
  await call.hears('Your call is in line for Service desk');
});

describe('a caller who is handed over and left alone', () => {
  it('is taken by the one agent who was meant', async () => {
    const call = await talking();
    call.handsTo('beth');
    call.leaves();
    await call.hears('We are ringing the person you are being put through to');
    await call.until(() => call.stateOf('beth') === 'connecting');
    call.agentDoes('AcceptContact', {}, 'beth');
    await call.isIn('talking');
  });

  /** Ned hands the caller to Beth and leaves; she does not answer. */
  async function missed(options: CallOptions & { keys?: string } = {}) {
    const call = await talking(options);
    call.handsTo('beth');
    call.leaves();
    await call.hears('We are ringing the person you are being put through to');
    await call.until(() => call.stateOf('beth') === 'connecting');
    return call;
  }

  it('and is not answered goes on to the queue of origin, ahead of one who has waited longer', async () => {
    const call = await missed();
    const other = await call.alsoDials();
    await call.until(() => other.phase === 'queue');
    await call.hears('Nobody answered there.');
    await call.hears('Your call is in line for Service desk');
    expect(call.lastQueue()).toBe('Service desk');
    call.agentDoes('ClearContact');
    await call.isIn('ringing');
    expect(other.phase).toBe('queue');
    call.agentDoes('AcceptContact');
    await call.isIn('talking');
    expect(call.traceOf('say-who', 'transfer-whisper')).toBeDefined();
    expect(await call.attributes()).toMatchObject({ personName: 'Ada Palmer', interactionId: call.call.contactId });
  });

  it('goes back to billing when that is where the call came from', async () => {
    const call = await missed({ keys: '1' });
    await call.hears('Your call is in line for Billing');
    expect(call.lastQueue()).toBe('Billing');
  });

  it('and declined waits no longer than one who is not answered', async () => {
    const call = await missed();
    const asked = call.seconds();
    call.agentDoes('RejectContact', {}, 'beth');
    await call.hears('Your call is in line for Service desk');
    expect(call.seconds() - asked).toBeLessThan(35);
  });

  it('goes to the service desk when nothing can tell where the call came from', async () => {
    const call = await missed({ keys: '1', routing: 'fails' });
    await call.hears('Your call is in line for Service desk');
  });

  it('goes to the service desk when the queue of origin is full', async () => {
    const call = await missed({ keys: '1', billingLimit: 1 });
    const other = await call.alsoDials();
    await call.until(() => other.events.some((event) => event.kind === 'heard' && event.prompt === 'menu'));
    other.press('1');
    await call.until(() => other.phase === 'queue');
    await call.hears('Your call is in line for Service desk');
  });

  it('is rung on when the telephone rings again in the very moment, and moved on the next time', async () => {
    const call = await missed();
    call.desk.clock.after(24_000, () => call.agentDoes('ClearContact', {}, 'beth'));
    await call.hears('Nobody answered there');
    await call.hears('We are ringing the person');
    expect(call.call.phase).toBe('ringing');
    await call.hears('Nobody answered there');
    await call.hears('Your call is in line for Service desk');
  });

  it('with somebody who is on a break waits for nobody in particular', async () => {
    const call = await talking();
    call.becomes('beth', 'Lunch');
    call.handsTo('beth');
    call.leaves();
    await call.hears('The next free agent will take the call');
    await call.hears('Your call is in line for Service desk');
    expect(call.desk.queued).toHaveLength(2);
  });

  it('a second time is known by where the conversation began', async () => {
    const call = await missed({ keys: '1' });
    call.agentDoes('AcceptContact', {}, 'beth');
    await call.isIn('talking');
    call.becomes('cleo', 'Available');
    call.handsTo('cleo', 'beth');
    call.leaves('beth');
    await call.hears('We are ringing the person');
    await call.hears('Your call is in line for Billing');
  });

  it('hangs up when there is no patience left, and nobody is rung any more', async () => {
    const call = await missed();
    call.hangsUp();
    await call.isIn('ended');
    expect(call.stateOf('beth')).not.toBe('connecting');
  });
});

describe('a transfer to a team', () => {
  it('puts the caller ahead of those who dialled before, with the team’s own message', async () => {
    const call = await talking();
    call.becomes('beth', 'Lunch');
    const other = await call.alsoDials();
    await call.until(() => other.phase === 'queue');
    call.handsTo('Service desk');
    call.leaves();
    await call.hears('Your call is in line for Service desk');
    call.becomes('beth', 'Available');
    expect(call.call.phase).toBe('ringing');
    expect(other.phase).toBe('queue');
  });

  it('keeps the caller with the first agent until somebody joins', async () => {
    const call = await talking();
    call.becomes('beth', 'Lunch');
    call.handsTo('Billing');
    await call.until(() => call.lastQueue() === 'Billing');
    await call.hears('Please stay on the line');
    call.becomes('beth', 'Available');
    await call.until(() => call.stateOf('beth') === 'connecting');
    call.agentDoes('AcceptContact', {}, 'beth');
    await call.until(() => call.third()?.state.type === 'connected');
    call.agentDoes('ConferenceConnections');
    await call.isIn('talking');
  });
});

describe('a call out', () => {
  it('tells whoever answers who calls and that it may be recorded, and puts nobody on hold in silence', async () => {
    const call = await talking();
    call.leaves();
    await call.isIn('ended');
    call.agentDoes('ClearContact');
    call.agentDoes('CreateOutboundContact', { endpoint: { phoneNumber: '+12125550101' } });
    const callee = call.desk.connect.calls().at(-1);
    const hears = (words: string) =>
      call.until(() => !!callee?.events.some((event) => event.kind === 'heard' && event.text.includes(words)));
    await hears('This is the service desk. This call may be recorded.');
    await call.until(() => callee?.phase === 'talking');
    call.agentDoes('HoldConnection', { side: 'customer' });
    await hears('Please stay on the line');
    await hears('hold music');
  });
});
