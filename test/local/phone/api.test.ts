import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LineEvent } from '../../../local/phone/types.ts';
import { createFakeConnect } from '../cti/fake-connect.ts';
import { realClock, type Served, served } from '../cti/served.ts';

const desk = '+18005550100';
const amy = { name: 'Amy Lindqvist', number: '+12125550123' };

let fake: ReturnType<typeof createFakeConnect>;
let instance: Served;
beforeEach(async () => {
  fake = createFakeConnect(realClock.now);
  instance = await served(fake.connect, realClock, [amy]);
});
afterEach(() => instance.close());

async function post(path: string, body: unknown) {
  const answer = await fetch(`${instance.url}/phone/api${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

const dialled = async (from = amy.number): Promise<string> => (await post('/calls', { from, to: desk })).body.contactId;

/** Events of a call, as they come; read until `enough`. */
async function events(contactId: string, enough: (all: LineEvent[]) => boolean, lastEventId?: string) {
  const headers: Record<string, string> = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
  const answer = await fetch(`${instance.url}/phone/api/calls/${contactId}/events`, { headers });
  const all: LineEvent[] = [];
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) all.push(JSON.parse(/^data: (.*)$/m.exec(message)?.[1] ?? '').event);
    if (enough(all)) break;
  }
  return all;
}

describe('the caller’s API', () => {
  it('offers the people and the numbers to dial', async () => {
    const answer = await fetch(`${instance.url}/phone/api`);
    expect(await answer.json()).toEqual({ people: [amy], numbers: [desk] });
  });

  it('tells a call from its beginning and goes on with what happens', async () => {
    const contactId = await dialled();
    const [call] = fake.calls;
    const following = events(contactId, (all) => all.at(-1)?.kind === 'phase' && all.length > 3);
    call?.add({ kind: 'heard', at: 5, ms: 900, prompt: 'greeting', text: 'Welcome' });
    await post(`/calls/${contactId}/press`, { key: '#' });
    await post(`/calls/${contactId}/hang-up`, {});
    expect(await following).toMatchObject([
      { kind: 'dialled', from: amy.number, to: desk },
      { kind: 'phase', phase: 'flow' },
      { kind: 'heard', text: 'Welcome' },
      { kind: 'pressed', key: '#' },
      { kind: 'phase', phase: 'ended', endedBy: 'caller' },
    ]);
    expect(call?.pressed).toEqual(['#']);
  });

  it('names the agent, also of a contact that a transfer made', async () => {
    const contactId = await dialled();
    fake.ring({ contactId: 'second', initialContactId: contactId, state: { type: 'connected', since: 0 } });
    fake.calls[0]?.add({ kind: 'phase', at: 9, phase: 'talking' });
    const all = await events(contactId, (some) => some.length === 3);
    expect(all.at(-1)).toMatchObject({ phase: 'talking', agent: 'Ned Sample' });
  });

  it('takes up after the last event that a browser had', async () => {
    const contactId = await dialled();
    const all = await events(contactId, (some) => some.length > 0, '0');
    expect(all).toMatchObject([{ kind: 'phase', phase: 'flow' }]);
  });

  it('follows a call that another side placed', async () => {
    const { contactId } = fake.connect.dial({ from: 'x', to: desk });
    expect(await events(contactId, (some) => some.length > 0)).toMatchObject([{ kind: 'phase', phase: 'flow' }]);
  });

  it.each(['', '+', 'anonymous', 'sip:alice@example.com', '12345678901234567890'])(
    'delivers the caller id %j as it stands',
    async (from) => {
      const all = await events(await dialled(from), (some) => some.length > 0);
      expect(all[0]).toMatchObject({ kind: 'dialled', from });
    },
  );

  it.each([
    ['/calls', { from: 5, to: desk }, 400, '"from" must be text of at most 256 characters; empty is allowed.'],
    [
      '/calls',
      { from: 'x'.repeat(257), to: desk },
      400,
      '"from" must be text of at most 256 characters; empty is allowed.',
    ],
    ['/calls', { from: '+1' }, 400, '"to" must be a number that can be dialled.'],
    ['/calls', { from: '+1', to: '+999' }, 400, '+999 is not a number of this instance.'],
    ['/calls/nobody/press', { key: '1' }, 404, 'There is no such call. It may be from before a restart.'],
    ['/calls/nobody/hang-up', {}, 404, 'There is no such call. It may be from before a restart.'],
  ])('refuses POST %s with %j in words', async (path, body, status, message) => {
    expect(await post(path, body)).toMatchObject({ status, body: { message } });
  });

  it.each(['', '12', 'a', 5, null])('refuses the key %j', async (key) => {
    const answer = await post(`/calls/${await dialled()}/press`, { key });
    expect(answer).toMatchObject({ status: 400, body: { message: '"key" must be 0–9, * or #.' } });
  });

  it('takes no keys after the end', async () => {
    const contactId = await dialled();
    await post(`/calls/${contactId}/hang-up`, {});
    expect((await post(`/calls/${contactId}/press`, { key: '1' })).status).toBe(409);
  });

  it.each([[5], [''.padEnd(50_001)], [undefined]])('refuses %j as an offer of sound', async (sdp) => {
    expect((await post(`/calls/${await dialled()}/sound`, { sdp })).status).toBe(400);
  });

  it('says that there is no sound while no softphone takes part', async () => {
    expect(await post(`/calls/${await dialled()}/sound`, { sdp: 'v=0' })).toMatchObject({
      status: 409,
      body: { error: 'no-sound' },
    });
  });

  it('takes no call from a form of another site', async () => {
    const answer = await fetch(`${instance.url}/phone/api/calls`, {
      method: 'POST',
      body: JSON.stringify({ from: '+1', to: desk }),
    });
    expect([answer.status, fake.calls.length]).toEqual([415, 0]);
  });
});
