import { expect, it } from 'vitest';
import type { InteractionPage } from '../../domain/api.ts';
import { fateOf } from '../../web/desk/handed-over.ts';

type Leg = InteractionPage['legs'][number];
const watched = { interactionId: 'one', contactId: 'one', who: 'Beth Alvarez', toAgent: true };
const mine: Leg = { contactId: 'one', method: 'INBOUND', agentArn: 'ned', connectedAt: 'a', endedAt: 'b' };
const asked: Leg = {
  contactId: 'two',
  previousContactId: 'one',
  method: 'TRANSFER',
  enqueuedAt: 'c',
  queueArn: 'i/queue/agent/beth',
};
const back: Leg = {
  contactId: 'three',
  previousContactId: 'two',
  method: 'QUEUE_TRANSFER',
  queueArn: 'i/queue/desk',
  queueName: 'Service desk',
};

it.each<[string, Leg[], object]>([
  ['waits while nothing is known of it', [], { fate: 'waiting', who: 'Beth Alvarez' }],
  ['waits while the other agent rings', [mine, asked], { fate: 'waiting', who: 'Beth Alvarez' }],
  [
    'is with whoever took the call, by the name on record',
    [mine, { ...asked, agentArn: 'beth', agentName: 'Beth A.', connectedAt: 'd' }],
    { fate: 'taken', who: 'Beth A.' },
  ],
  [
    'went on to the queue',
    [mine, { ...asked, endedAt: 'd' }, { ...back, enqueuedAt: 'd' }],
    { fate: 'back', queue: 'Service desk' },
  ],
  [
    'went to the queue at once, because the agent was not there',
    [mine, { ...asked, queueArn: 'i/queue/desk', queueName: 'Service desk' }],
    { fate: 'back', queue: 'Service desk' },
  ],
  [
    'was taken from the queue by somebody else',
    [mine, { ...asked, endedAt: 'd' }, { ...back, agentArn: 'sue', agentName: 'Sue', connectedAt: 'e' }],
    { fate: 'taken', who: 'Sue' },
  ],
  ['hung up', [mine, { ...asked, endedAt: 'd' }], { fate: 'lost', who: 'Beth Alvarez' }],
  [
    'is not judged by legs before the agent’s own',
    [{ ...back, endedAt: 'x' }, mine],
    { fate: 'waiting', who: 'Beth Alvarez' },
  ],
])('a customer who was handed over %s', (_, legs, expected) => {
  expect(fateOf(watched, { legs })).toEqual(expected);
});

it('who was handed to a queue just waits there', () => {
  const legs = [mine, { ...asked, queueArn: 'i/queue/billing', queueName: 'Billing' }];
  expect(fateOf({ ...watched, who: 'Billing', toAgent: false }, { legs })).toEqual({ fate: 'waiting', who: 'Billing' });
});
