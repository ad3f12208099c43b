import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { CallPermission, InteractionList, InteractionPage, PeopleFound, QuickConnects } from '../../domain/api.ts';
import { passTime, runUntil } from '../../local/connect/clock.ts';
import { type Desk, startDesk } from '../../local/desk.ts';
import { loadSample } from '../../local/sample/index.ts';

/** What the desk's API tells of calls that two agents were on, and of calls out: through all of the template. */
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk({
    assembly: inject('assembly'),
    deskPort: 0,
    instancePort: 0,
    clock: 'free',
    // Ten in the morning in New York, two at night in Sydney.
    start: Date.parse('2026-03-02T15:00:00Z'),
    sample: loadSample,
  });
});
afterAll(() => desk.stop());

async function api<T>(path: string, username = 'ned', body?: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await desk.token(username)}` };
  const method = body === undefined ? 'GET' : 'POST';
  const answer = await fetch(desk.deskUrl + path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as T;
}
const asksToCall = (body: object, username?: string) => api<CallPermission>('/api/calls/permission', username, body);
const recordOf = (id: string) => api<InteractionPage>(`/api/interactions/${id}`);

const agent = (username: string) => desk.connect.agent(username) ?? expect.fail(`no agent ${username}`);
const contact = (username: string) => agent(username).contacts[0] ?? expect.fail(`${username} has no contact`);
function act(username: string, operation: string, params: object = {}) {
  const answer = desk.connect.act(username, { operation, params: { ...params } });
  if (!answer.ok) throw new Error(`${operation}: ${answer.message}`);
}
const onContact = (username: string, operation: string, params: object = {}) => {
  const { contactId, connections } = contact(username);
  act(username, operation, { contactId, connectionId: connections[0]?.connectionId, ...params });
};
const pass = async (seconds: number) => {
  await passTime(desk, desk.clock, seconds * 1000);
  await desk.settled();
};
const until = (condition: () => boolean) => runUntil(desk, desk.clock, condition, 600_000);
const rings = (username: string) => until(() => agent(username).contacts[0]?.state.type === 'connecting');

function becomes(username: string, name: string) {
  const state = agent(username).states.find((one) => one.name === name) ?? expect.fail(`no state ${name}`);
  act(username, 'PutAgentState', { state: { agentStateARN: state.arn, name: state.name, type: state.type } });
}
async function rest(...usernames: string[]) {
  for (const username of usernames) {
    if (agent(username).contacts.length > 0) onContact(username, 'CompleteContact');
    becomes(username, 'Offline');
  }
  await pass(1);
}

describe('a call out', () => {
  async function dials(phoneNumber: string, username = 'ned') {
    act(username, 'CreateOutboundContact', { endpoint: { type: 'phone_number', phoneNumber, endpointARN: null } });
    const { contactId } = contact(username);
    return contactId;
  }

  it('with a permit is on record with the person it was for, and stands among their calls', async () => {
    const { people } = await api<PeopleFound>('/api/people?telephone=%2B12125550123');
    const personId = people[0]?.id;
    const permission = await asksToCall({ number: '(212) 555-0123', personId });
    expect(permission).toMatchObject({ permitted: true, dial: '+12125550123', recorded: true, localTime: '10:00' });
    const id = await dials('+12125550123');
    await pass(10);
    expect(await recordOf(id)).toMatchObject({
      state: 'Work in Progress',
      direction: 'outbound',
      agentName: 'Ned Marsh',
      caller: { personId, personName: 'Amy Lindqvist', outcome: 'one-person' },
      permit: { kind: 'permitted', by: 'ned' },
    });
    await rest('ned');
    expect(await recordOf(id)).toMatchObject({ state: 'Closed Complete', outcome: 'Answered' });
    const { interactions } = await api<InteractionList>(`/api/interactions?person=${personId}`);
    expect(interactions.map((one) => one.id)).toContain(id);
  });

  it.each([
    ['+13125550197', 'Busy'],
    ['+12065550198', 'No Answer'],
    ['+15045550199', 'Bad number'],
  ])('to %s ends as %s', async (number, outcome) => {
    expect(await asksToCall({ number })).toMatchObject({ permitted: true });
    const id = await dials(number);
    await pass(70);
    await rest('ned');
    expect(await recordOf(id)).toMatchObject({ state: 'Closed Complete', outcome, permit: { kind: 'permitted' } });
  });

  it('without a permit is a violation of whoever dialled', async () => {
    const id = await dials('+12125550123');
    await pass(10);
    await rest('ned');
    expect(await recordOf(id)).toMatchObject({
      permit: { kind: 'violation' },
      agentName: 'Ned Marsh',
      outcome: 'Answered',
    });
  });

  it('is refused where it is night, and overridden by a supervisor with a reason', async () => {
    const number = '+61 2 5550 1234';
    expect(await asksToCall({ number })).toMatchObject({
      permitted: false,
      reason: 'outside-hours',
      mayOverride: false,
      timeZone: 'Australia/Sydney',
    });
    const override = { reason: 'She asked for a call at this hour' };
    expect(await asksToCall({ number, override }, 'ned')).toMatchObject({ error: 'forbidden' });
    expect(await asksToCall({ number, override }, 'sue')).toMatchObject({ permitted: true });
    const id = await dials('+61255501234', 'sue');
    await pass(10);
    await rest('sue');
    expect((await recordOf(id)).permit).toEqual({
      kind: 'overridden',
      by: 'sue',
      refusal: 'outside-hours',
      ...override,
    });
  });
});

describe('a call that is handed from Ned to Beth', () => {
  /** A customer talks with Ned. */
  async function talks() {
    becomes('ned', 'Available');
    const call = desk.connect.dial({ from: '+12125550123', to: desk.connect.numbers()[0] ?? '' });
    await rings('ned');
    onContact('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    await pass(10);
    return { call, id: call.contactId };
  }
  async function calls(username: string) {
    const { agents } = await api<QuickConnects>('/api/quick-connects');
    const quickConnect =
      agents.find((one) => one.username === username) ?? expect.fail(`no quick connect to ${username}`);
    const endpoint = { type: 'agent', endpointARN: quickConnect.arn, phoneNumber: null };
    onContact('ned', 'CreateAdditionalConnection', { endpoint });
  }

  it('is one interaction of two legs, Ned’s while both are on it and Beth’s once he has left', async () => {
    const { call, id } = await talks();
    becomes('beth', 'Available');
    await calls('beth');
    await rings('beth');
    onContact('beth', 'AcceptContact');
    await pass(10);
    const both = await recordOf(id);
    expect(both).toMatchObject({ state: 'Work in Progress', agentName: 'Ned Marsh' });
    expect(both.legs.map((leg) => leg.agentName)).toEqual(['Ned Marsh', 'Beth Alvarez']);

    onContact('ned', 'DestroyConnection');
    await pass(10);
    const beths = await recordOf(id);
    expect(beths).toMatchObject({ id, state: 'Work in Progress', agentName: 'Beth Alvarez' });
    expect(beths.legs[1]).toMatchObject({ kind: 'transfer', previousContactId: id });

    call.hangUp();
    await pass(1);
    await rest('ned', 'beth');
    expect(await recordOf(id)).toMatchObject({
      state: 'Closed Complete',
      outcome: 'Answered',
      agentName: 'Beth Alvarez',
    });
    const { interactions } = await api<InteractionList>('/api/interactions?agent=me', 'beth');
    expect(interactions.map((one) => one.id)).toContain(id);
  });

  it('stays Ned’s when Beth leaves first', async () => {
    const { call, id } = await talks();
    becomes('beth', 'Available');
    await calls('beth');
    await rings('beth');
    onContact('beth', 'AcceptContact');
    await pass(10);
    onContact('beth', 'DestroyConnection');
    await pass(10);
    call.hangUp();
    await pass(1);
    await rest('ned', 'beth');
    const record = await recordOf(id);
    expect(record).toMatchObject({ agentName: 'Ned Marsh', outcome: 'Answered' });
    expect(record.legs[1]?.kind).toBe('consult');
  });

  it('goes back to the queue when Beth misses a blind transfer, to whoever takes it there', async () => {
    const { call, id } = await talks();
    becomes('beth', 'Available');
    await calls('beth');
    await pass(1);
    onContact('ned', 'DestroyConnection');
    await pass(1);
    expect(await recordOf(id)).toMatchObject({ agentName: 'Ned Marsh', state: 'Work in Progress' });
    becomes('raj', 'Available');
    await rings('raj');
    onContact('raj', 'AcceptContact');
    await pass(10);
    call.hangUp();
    await pass(1);
    await rest('ned', 'beth', 'raj');
    const record = await recordOf(id);
    expect(record).toMatchObject({ agentName: 'Raj Mehta', outcome: 'Answered', queueName: 'Service desk' });
    expect(record.legs.map((leg) => leg.kind)).toEqual([undefined, 'transfer', 'queue-transfer']);
  });
});
