import { describe, expect, it } from 'vitest';
import { factFromEvent } from '../../../domain/interaction/fact-from-event.ts';
import { agents, at, contactEvent, contactFact, first, instanceArn, queues, second } from './calls.ts';

const answered = { queued: 5, answered: 20.5, ended: 90, wrapUp: [90, 120] as [number, number] };
const whole = { ...contactEvent('COMPLETED', 120, answered) };

describe('a contact event', () => {
  it('says who, where and when, in our words', () => {
    expect(contactFact('COMPLETED', 120, answered)).toEqual({
      source: 'contact-event',
      kind: 'COMPLETED',
      at: at(120),
      interactionId: first,
      contactId: first,
      channel: 'VOICE',
      method: 'INBOUND',
      startedAt: at(0),
      enqueuedAt: at(5),
      connectedAt: at(20.5),
      endedAt: at(90),
      afterCallWorkStartedAt: at(90),
      afterCallWorkEndedAt: at(120),
      queueArn: queues.serviceDesk,
      agentArn: agents.ned,
      callerNumber: '+12125550123',
      dialledNumber: '+18005550100',
    });
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['takes a time of 1970 as not yet', { disconnectTimestamp: '1970-01-01T00:00:00.001Z' }, { endedAt: undefined }],
    ['takes an empty time as not yet', { disconnectTimestamp: '' }, { endedAt: undefined }],
    ['takes null as not yet', { disconnectTimestamp: null, queueInfo: null, agentInfo: null }, { endedAt: undefined }],
    ['reads a time without milliseconds', { disconnectTimestamp: '2026-11-20T09:00:03Z' }, { endedAt: at(3) }],
    ['reads a time of another zone', { disconnectTimestamp: '2026-11-20T10:00:03+01:00' }, { endedAt: at(3) }],
    ['is of its own conversation without an initial contact', {}, { interactionId: first }],
    ['is of its own conversation with a null for it', { initialContactId: null }, { interactionId: first }],
    ['is of its own conversation with an empty word for it', { initialContactId: '' }, { interactionId: first }],
    [
      'is of its own conversation when it names itself',
      { initialContactId: first, previousContactId: first },
      { interactionId: first, previousContactId: undefined },
    ],
    [
      'is of the first contact’s conversation on a later leg',
      { contactId: second, initialContactId: first, previousContactId: first },
      { interactionId: first, contactId: second, previousContactId: first },
    ],
    ['reads a disconnect reason that is a word', { disconnectReason: 'EXPIRED' }, { reason: 'EXPIRED' }],
    ['reads a disconnect reason that is an object', { disconnectReason: { code: 'EXPIRED' } }, { reason: 'EXPIRED' }],
    ['reads no disconnect reason', { disconnectReason: null }, { reason: undefined }],
    ['reads a channel in any case', { channel: 'Voice' }, { channel: 'VOICE' }],
    ['takes a missing channel for a call', { channel: undefined }, { kind: 'INITIATED' }],
    ['tolerates an event type that it does not know', { eventType: 'AMD_DISABLED' }, { kind: 'AMD_DISABLED' }],
    [
      'tolerates fields that it does not know',
      { routingCriteria: [{ index: 1 }], brandNew: { deep: true } },
      { kind: 'INITIATED' },
    ],
    [
      'finds the dialled number in the tags, when the endpoint is missing',
      { systemEndpoint: undefined, tags: { 'aws:connect:systemEndpoint': '+4930111' } },
      { dialledNumber: '+4930111' },
    ],
    [
      'swaps the numbers of a call that we made',
      { initiationMethod: 'OUTBOUND' },
      { callerNumber: '+18005550100', dialledNumber: '+12125550123' },
    ],
  ])('%s', (_rule, detail, expected) => {
    const fact = contactFact('INITIATED', 0, {}, detail);
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, fact[name as keyof typeof fact]]))).toEqual(
      expected,
    );
  });

  it.each<[string, unknown, unknown]>([
    ['of another instance', event({ instanceArn: `${instanceArn}0` }), 'other-instance'],
    ['of a chat', event({ channel: 'CHAT' }), 'not-a-call'],
    ['of a task', event({ channel: 'task' }), 'not-a-call'],
  ])('%s is no fact for us', (_kind, given, reason) =>
    expect(factFromEvent(given, instanceArn)).toEqual({ ok: false, reason }),
  );

  it.each<[string, unknown, string]>([
    ['no contact', event({ contactId: undefined }), 'detail.contactId'],
    ['a contact that would break a key', event({ contactId: 'a#b' }), 'detail.contactId'],
    ['a contact that is a number', event({ contactId: 7 }), 'detail.contactId'],
    ['no event type', event({ eventType: '' }), 'detail.eventType'],
    ['a time that is none', event({ initiationTimestamp: 'yesterday' }), 'detail.initiationTimestamp'],
    ['an agent that is a list', event({ agentInfo: [] }), 'detail.agentInfo'],
    ['no time of its own', { ...whole, time: undefined }, 'time'],
    ['another kind of event', { ...whole, 'detail-type': 'Scheduled Event' }, 'detail-type'],
    ['nothing', null, 'event'],
  ])('with %s cannot be read, and the field is named', (_what, given, field) => {
    expect(factFromEvent(given, instanceArn)).toMatchObject({
      ok: false,
      reason: 'unreadable',
      message: expect.stringContaining(field),
    });
  });
});

function event(detail: Record<string, unknown>) {
  return contactEvent('INITIATED', 0, {}, detail);
}
