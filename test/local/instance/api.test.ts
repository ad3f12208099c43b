import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InstanceState } from '../../../local/instance/types.ts';
import { anInstance } from '../connect/instance.ts';
import { type Served, served } from '../cti/served.ts';

const amy = { name: 'Amy Lindqvist', number: '+12125550123' };

let instance: ReturnType<typeof anInstance>;
let host: Served;
beforeEach(async () => {
  instance = anInstance();
  await instance.link();
  host = await served(instance.connect, instance.clock, [amy]);
});
afterEach(() => host.close());

async function post(action: string, body: unknown, headers = { 'Content-Type': 'application/json' }) {
  const answer = await fetch(`${host.url}/instance/api/${action}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}
const state = async (): Promise<InstanceState> => (await fetch(`${host.url}/instance/api/state`)).json();
const ned = async () => (await state()).agents.find(({ username }) => username === 'ned');
const done = { status: 200, body: {} };

/** A request of Ned's softphone. */
async function cti(operation: string, params: object = {}, token = host.sessions.token('ned').accessToken) {
  const answer = await fetch(`${host.url}/connect/api`, {
    method: 'POST',
    headers: { 'X-Amz-Target': `AmazonConnectCTIService.${operation}`, 'X-Amz-Bearer': token },
    body: JSON.stringify(params),
  });
  return { status: answer.status, body: await answer.json() };
}
/** Amy calls, and it rings at Ned. */
async function ringing(): Promise<string> {
  await post('set-presence', { agent: 'ned', state: 'Available' });
  const { body } = await post('call-in', { from: amy.number });
  await instance.until(() => instance.agent('ned').contacts.length === 1);
  return body.contactId;
}

const byNumber = (phoneNumber: string) => ({ type: 'phone_number', phoneNumber });
/** Ned dials. */
function callsOut(number: string) {
  instance.act('ned', 'CreateOutboundContact', { endpoint: byNumber(number) });
  const call = instance.connect.calls().at(-1);
  if (!call) throw new Error('nobody was called');
  return call;
}

describe('the instance’s API', () => {
  it('says who can call, and where', async () => {
    const answer = await fetch(`${host.url}/instance/api`);
    expect(await answer.json()).toEqual({ people: [amy], numbers: [instance.to] });
  });

  it('shows agents, queues and contacts as they are', async () => {
    const first = await ringing();
    await post('call-in', { from: '' });
    await instance.until(() => instance.connect.calls()[1]?.phase === 'queue');
    const { agents, queues, contacts } = await state();
    expect(agents.map(({ username, state: { name, type } }) => [username, name, type])).toEqual([
      ['ned', 'PendingBusy', 'system'],
      ['beth', 'Offline', 'offline'],
    ]);
    expect(agents[0]).toMatchObject({
      queues: ['Service desk', 'Billing'],
      chosen: 'Available',
      contacts: [
        {
          contactId: first,
          state: { type: 'connecting' },
          legs: [
            { party: 'agent', name: 'Ned Flanders', state: 'connecting' },
            { party: 'customer', name: amy.number, state: 'connected' },
          ],
        },
      ],
    });
    expect(queues).toEqual([
      { name: 'Service desk', waiting: 2, longestSince: expect.any(Number), available: 0 },
      { name: 'Billing', waiting: 0, available: 0 },
    ]);
    expect(contacts.map(({ life, phase, customer }) => [life, phase, customer])).toEqual([
      ['queued', 'queue', undefined],
      ['ringing', 'ringing', amy.number],
    ]);
  });

  it('plays the agents and the caller through a call', async () => {
    const contactId = await ringing();
    expect(await post('accept', { agent: 'ned' })).toEqual(done);
    await instance.until(() => instance.connect.calls()[0]?.phase === 'talking');
    expect((await state()).contacts[0]).toMatchObject({ life: 'talking', agent: 'ned', contactId });
    expect(await post('end', { agent: 'ned' })).toEqual(done);
    await instance.connect.settled();
    expect((await ned())?.state.name).toBe('AfterCallWork');
    expect(await post('clear', { agent: 'ned' })).toEqual(done);
    expect((await ned())?.state.name).toBe('Available');

    const second = await ringing();
    expect(await post('refuse', { agent: 'ned' })).toEqual(done);
    expect((await ned())?.state.name).toBe('MissedCallAgent');
    expect(await post('hang-up', { contactId: second })).toEqual(done);
    expect((await state()).contacts[0]).toMatchObject({ contactId: second, phase: 'ended' });
  });

  it('plays whoever an agent calls: somebody who never answers does, and hangs up', async () => {
    const { contactId } = callsOut('+12065550198');
    expect((await state()).contacts[0]).toMatchObject({
      life: 'dialling',
      line: { direction: 'outbound', phase: 'dialling' },
    });
    expect((await ned())?.contacts[0]).toMatchObject({ stage: 'live', state: { type: 'connecting' } });
    expect(await post('accept', { agent: 'ned' })).toMatchObject({ status: 409 });
    expect(await post('answer', { contactId })).toEqual(done);
    expect((await ned())?.state.name).toBe('Busy');
    expect(await post('answer', { contactId })).toMatchObject({
      status: 409,
      body: { message: 'Nobody is being called on this line.' },
    });
    await post('hang-up', { contactId });
    expect((await ned())?.state.name).toBe('AfterCallWork');
  });

  it('declines a call out for the one who is called, and ends it for the agent who called', async () => {
    await post('hang-up', { contactId: callsOut('+12125550123').contactId });
    expect((await ned())?.state.name).toBe('LineEngagedCustomer');
    await post('clear', { agent: 'ned' });
    callsOut('+12125550123');
    expect(await post('end', { agent: 'ned' })).toEqual(done);
    expect(instance.connect.calls().at(-1)?.phase).toBe('ended');
  });

  it('lists an outside third party with the conversation, on a line of its own', async () => {
    const contactId = await ringing();
    await post('accept', { agent: 'ned' });
    await instance.until(() => instance.connect.calls()[0]?.phase === 'talking');
    instance.act('ned', 'CreateAdditionalConnection', { endpoint: byNumber('+13125550123') });
    const { contacts } = await state();
    expect(contacts.map(({ initialContactId, line }) => [initialContactId, line?.direction])).toEqual([
      [contactId, 'inbound'],
      [contactId, 'outbound'],
    ]);
    await post('answer', { contactId: contacts[1]?.contactId });
    expect((await ned())?.contacts[0]?.legs).toMatchObject([
      { party: 'agent', state: 'connected' },
      { party: 'customer', state: 'hold' },
      { party: 'third', name: '+13125550123', state: 'connected' },
    ]);
  });

  it('sends the state to an open page whenever it changes', async () => {
    const answer = await fetch(`${host.url}/instance/api/events`);
    const names: (string | undefined)[] = [];
    let text = '';
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const shown: InstanceState = JSON.parse(/^data: (.*)$/m.exec(message)?.[1] ?? '');
        names.push(shown.agents[0]?.state.name);
      }
      if (names.length === 1) await post('set-presence', { agent: 'ned', state: 'Lunch' });
      if (names.length === 2) break;
    }
    expect(names).toEqual(['Offline', 'Lunch']);
  });

  it.each([
    ['accept', { agent: 'ned' }, 'Ned Flanders has nothing to accept.'],
    ['refuse', { agent: 'ned' }, 'Ned Flanders has nothing to refuse.'],
    ['end', { agent: 'ned' }, 'Ned Flanders has nothing to end.'],
    ['clear', { agent: 'ned' }, 'Ned Flanders has nothing to clear.'],
    ['accept', { agent: 'nobody' }, 'There is no agent "nobody".'],
    ['set-presence', { agent: 'ned', state: 'Busy' }, 'Ned Flanders has no state "Busy" to choose.'],
    ['hang-up', { contactId: 'gone' }, 'There is no such call, or it has ended.'],
    ['call-in', { from: '+1', to: '+18005559999' }, /^the number \+18005559999 is not claimed/],
    ['drop-websocket', { agent: 'ned' }, 'No softphone of Ned Flanders is connected.'],
    ['break-microphone', { agent: 'ned' }, 'No softphone of Ned Flanders is connected.'],
    ['expire-session', { agent: 'ned' }, 'Ned Flanders is not signed in.'],
    ['fail-next-accept', { agent: 'nobody', on: true }, 'There is no agent "nobody".'],
    ['slow-function', { function: 'none', seconds: 1 }, /^0 functions of the template fit "none"/],
  ])('refuses %s %j with words, and changes nothing', async (action, body, words) => {
    const { now: _, ...before } = await state();
    const answer = await post(action, body);
    expect(answer).toMatchObject({
      status: 409,
      body: { error: 'refused', message: typeof words === 'string' ? words : expect.stringMatching(words) },
    });
    const { now: __, ...after } = await state();
    expect(after).toEqual(before);
  });

  it.each([
    ['accept', {}],
    ['accept', { agent: 'ned', more: 1 }],
    ['accept', { agent: '' }],
    ['forbid', { agent: 'ned', on: 'yes' }],
    ['call-in', { from: '1'.repeat(257) }],
    ['slow-function', { function: 'identify-caller', seconds: -1 }],
    ['slow-function', { function: 'identify-caller', seconds: 1e9 }],
    ['back-to-normal', { all: true }],
    ['hang-up', []],
  ])('refuses what %s does not take: %j', async (action, body) => {
    expect(await post(action, body)).toMatchObject({ status: 400, body: { error: 'invalid-request' } });
  });

  it('takes JSON alone, so that another site’s page cannot post here', async () => {
    expect((await post('back-to-normal', {}, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  it.each(['constructor', 'nothing', '', '../phone'])('has nothing at the name %j', async (name) => {
    expect((await post(name, {})).status).toBe(404);
  });

  it('tells a reader of an action that it has to be posted', async () => {
    expect((await fetch(`${host.url}/instance/api/accept`)).status).toBe(405);
  });
});

describe('trouble on request', () => {
  it('lets the next accept fail for want of a microphone, and only that one', async () => {
    const contactId = await ringing();
    expect(await post('fail-next-accept', { agent: 'ned', on: true })).toEqual(done);
    expect((await ned())?.faults).toEqual({ acceptFails: true, forbidden: false });
    expect(await cti('AcceptContact', { contactId })).toEqual(done);
    expect(await ned()).toMatchObject({
      state: { name: 'FailedConnectAgent', type: 'error' },
      faults: { acceptFails: false },
    });
    await post('clear', { agent: 'ned' });
    await instance.until(() => instance.agent('ned').contacts.length === 1);
    await cti('AcceptContact', { contactId });
    await instance.until(() => instance.connect.calls()[0]?.phase === 'talking');
  });

  it('lets it fail for an agent whose part is played here, too', async () => {
    await ringing();
    host.control.failNextAccept('ned');
    host.control.accept('ned');
    expect((await ned())?.state.name).toBe('FailedConnectAgent');
  });

  it('answers 403 to an agent’s actions while the snapshot still comes', async () => {
    host.control.forbid('ned');
    const state = { name: 'Available', type: 'routable' };
    expect(await cti('PutAgentState', { state })).toMatchObject({
      status: 403,
      body: { __type: 'AccessDeniedException' },
    });
    expect((await cti('GetAgentSnapshot')).status).toBe(200);
    expect((await ned())?.state.name).toBe('Offline');
    host.control.forbid('ned', false);
    expect((await cti('PutAgentState', { state })).status).toBe(200);
  });

  it('ends a session at once: the poll that waits, the next one and the next action', async () => {
    const cookie = host.sessions.open('ned').split(';')[0] ?? '';
    const token = host.sessions.token('ned').accessToken;
    const { nextToken } = (await cti('GetAgentSnapshot', {}, token)).body;
    const waiting = cti('GetAgentSnapshot', { nextToken, timeout: 30_000 }, token);
    await expect.poll(async () => (await ned())?.signedIn).toBe(true);
    expect(await post('expire-session', { agent: 'ned' })).toEqual(done);
    await waiting;
    expect((await cti('GetAgentSnapshot', { nextToken, timeout: 30_000 }, token)).status).toBe(401);
    expect((await cti('PutAgentState', { state: { name: 'Available' } }, token)).status).toBe(401);
    expect((await fetch(`${host.url}/auth/authorize`, { headers: { Cookie: cookie } })).status).toBe(401);
    expect((await ned())?.signedIn).toBe(false);
  });

  it('delays what every softphone learns', async () => {
    host.control.delaySnapshots(0.3);
    let known = false;
    const learning = cti('GetAgentSnapshot').then(() => {
      known = true;
    });
    await cti('GetAgentStates');
    expect(known).toBe(false);
    await learning;
    expect((await state()).snapshotDelayMs).toBe(300);
  });

  it('goes back to normal as a whole', async () => {
    host.control.delaySnapshots(1);
    host.control.forbid('ned');
    host.control.failNextAccept('beth');
    host.control.slowFunction('identify-caller', 2);
    host.control.failFunction('identify-caller');
    const well = { slowMs: 0, fails: false };
    const inTrouble = { name: 'desk-identify-caller', slowMs: 2000, fails: true };
    expect((await state()).functions).toEqual([inTrouble, { name: 'desk-track-contact', ...well }]);
    expect(await post('back-to-normal', {})).toEqual(done);
    const { agents, functions, snapshotDelayMs } = await state();
    expect(agents.map(({ faults }) => faults)).toEqual([
      { acceptFails: false, forbidden: false },
      { acceptFails: false, forbidden: false },
    ]);
    expect(functions.map(({ slowMs, fails }) => ({ slowMs, fails }))).toEqual([well, well]);
    expect(snapshotDelayMs).toBe(0);
  });
});
