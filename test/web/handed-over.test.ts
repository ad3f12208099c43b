import { expect, it, vi } from 'vitest';
import type { InteractionPage } from '../../domain/api.ts';
import { fateOf, handedOver, handOver } from '../../web/desk/handed-over.ts';
import type { Callbacks } from '../../web/desk/phone/answered.ts';
import { useAgent } from '../../web/desk/phone/asking.ts';
import { phone, updatePhone } from '../../web/desk/phone/phone.ts';
import { aCall, aPhone, start } from './builders.ts';

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

it('is watched also when the other agent’s leg reads as connected at once, as reported of Connect', async () => {
  const third = { state: 'connected', since: start, name: 'Beth Alvarez', kind: 'agent' } as const;
  const contact = {
    getContactId: () => 'contact-1',
    addConnection: (_: unknown, { success }: Callbacks) => {
      updatePhone({ call: aCall({ state: 'consulting', third }) });
      success();
    },
    getAgentConnection: () => ({ destroy: ({ success }: Callbacks) => success() }),
  };
  vi.stubGlobal('connect', { Endpoint: { byPhoneNumber: (number: string) => number } });
  vi.stubGlobal('sessionStorage', { setItem: () => {} });
  useAgent({ getContacts: () => [contact] } as unknown as connect.Agent);
  phone.value = aPhone({ call: aCall({ state: 'talking' }) });
  await handOver({ number: '+12125550123' });
  expect(handedOver.value).toMatchObject({ contactId: 'contact-1', who: 'Beth Alvarez', toAgent: true });
});
