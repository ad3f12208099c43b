import { beforeEach, expect, it } from 'vitest';
import { createSoundRelay, type SoundRelay } from '../../../local/connect/cti/sound.ts';
import { createFakeConnect } from './fake-connect.ts';

let sent: { username: string; content: { exchange: string; contactId: string; sdp: string } }[];
let softphones: number;
let relay: SoundRelay;
let fake: ReturnType<typeof createFakeConnect>;
beforeEach(() => {
  sent = [];
  softphones = 1;
  fake = createFakeConnect(() => 0);
  relay = createSoundRelay(fake.connect, {
    send(username, { content }) {
      sent.push({ username, content: JSON.parse(content) });
      return softphones;
    },
  });
});
const talking = () => fake.ring({ state: { type: 'connected', since: 0 } });
const answer = (username: string, content: unknown, topic = 'deskline/sound') =>
  relay.hear(username, JSON.stringify({ topic, content }));

it('passes the offer to the agent who talks, and the answer back', async () => {
  talking();
  const offered = relay.offer('c1', 'offer');
  expect(sent).toMatchObject([{ username: 'ned', content: { contactId: 'c1', sdp: 'offer' } }]);
  answer('ned', { exchange: sent[0]?.content.exchange, sdp: 'answer' });
  expect(await offered).toBe('answer');
});

it('finds the agent of a contact that followed the call', async () => {
  fake.ring({ contactId: 'c2', initialContactId: 'c1', state: { type: 'connected', since: 0 } });
  void relay.offer('c1', 'offer');
  expect(sent[0]?.content.contactId).toBe('c2');
});

it('offers nothing while nobody talks', async () => {
  fake.ring();
  expect(await relay.offer('c1', 'offer')).toBeUndefined();
  expect(sent).toEqual([]);
});

it('gives up at once when no softphone is connected', async () => {
  talking();
  softphones = 0;
  expect(await relay.offer('c1', 'offer')).toBeUndefined();
});

it('tells a refusal of the softphone', async () => {
  talking();
  const offered = relay.offer('c1', 'offer');
  answer('ned', { exchange: sent[0]?.content.exchange, refused: 'NotAllowedError' });
  expect(await offered).toBeUndefined();
});

it('takes no answer from another agent, of another topic, or in another shape', async () => {
  talking();
  const offered = relay.offer('c1', 'offer');
  const exchange = sent[0]?.content.exchange;
  answer('beth', { exchange, sdp: 'of beth' });
  answer('ned', { exchange, sdp: 'elsewhere' }, 'aws/softphone');
  answer('ned', null);
  relay.hear('ned', 'no JSON');
  answer('ned', { exchange, sdp: 'answer' });
  expect(await offered).toBe('answer');
});
