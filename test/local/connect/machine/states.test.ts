import { describe, expect, it } from 'vitest';
import { agentLegs, failureName, nextLeg } from '../../../../local/connect/machine/agent-leg.ts';
import { agentState, choose } from '../../../../local/connect/machine/agent-state.ts';
import { contactLives, nextLife, phaseOf, waits } from '../../../../local/connect/machine/contact-life.ts';

const chosen = { arn: 'arn:available', name: 'Available', type: 'routable', since: 1 } as const;

describe('the life of a contact', () => {
  it.each([
    ['inFlow', 'enqueued', 'queued'],
    ['queued', 'offered', 'ringing'],
    ['ringing', 'notTaken', 'queued'],
    ['ringing', 'accepted', 'whispering'],
    ['whispering', 'agentLeft', 'queued'],
    ['whispering', 'joined', 'talking'],
    ['talking', 'agentLeft', 'remaining'],
    ['scheduled', 'enqueued', 'queued'],
    ['ringing', 'dialled', 'dialling'],
    ['dialling', 'answered', 'talking'],
    ['dialling', 'unreached', 'scheduled'],
  ] as const)('goes from %s by %s to %s', (life, event, after) => {
    expect(nextLife(life, event)).toBe(after);
  });

  it('can end from everywhere, and is over then', () => {
    const ends = Object.entries(contactLives).map(([life, row]) => [life, 'ended' in row]);
    expect(ends.filter(([, can]) => !can)).toEqual([['ended', false]]);
    expect(contactLives.ended).toEqual({});
  });

  it('knows no ring before a queue and no talk without an accept', () => {
    expect(nextLife('inFlow', 'offered')).toBeUndefined();
    expect(nextLife('ringing', 'joined')).toBeUndefined();
    expect(nextLife('ended', 'enqueued')).toBeUndefined();
  });

  it('holds a place in the queue until agent and caller are joined', () => {
    expect(Object.keys(contactLives).filter((life) => waits(life as never))).toEqual([
      'queued',
      'ringing',
      'whispering',
    ]);
  });

  it.each([
    ['inFlow', false, 'flow'],
    ['queued', false, 'queue'],
    ['whispering', false, 'ringing'],
    ['talking', false, 'talking'],
    ['talking', true, 'onHold'],
    ['remaining', false, 'flow'],
    ['dialling', false, 'ringing'],
    ['scheduled', false, 'queue'],
    ['ended', false, 'ended'],
  ] as const)('is %s (on hold: %s), so the caller is in %s', (life, onHold, phase) => {
    expect(phaseOf(life, onHold, 'inbound')).toBe(phase);
  });
});

describe("an agent's leg", () => {
  it('ends in an error when nobody takes the ring, and may be cleared only when it is over', () => {
    for (const event of ['missed', 'rejected', 'failed', 'customerLeft'] as const) {
      expect(nextLeg('connecting', event)).toBe('error');
    }
    expect(Object.keys(agentLegs).filter((state) => nextLeg(state as never, 'cleared'))).toEqual(['ended', 'error']);
  });

  it('calls a customer after a callback is accepted, and talks once somebody answers', () => {
    expect(nextLeg('incoming', 'accepted')).toBe('calling');
    expect(nextLeg('calling', 'answered')).toBe('connected');
    expect(nextLeg('connecting', 'answered')).toBeUndefined();
  });

  it.each([
    ['connecting', 'missed', 'MissedCallAgent'],
    ['connecting', 'rejected', 'MissedCallAgent'],
    ['connecting', 'failed', 'FailedConnectAgent'],
    ['incoming', 'missed', 'Default'],
    ['calling', 'unanswered', 'FailedConnectCustomer'],
    ['calling', 'lineBusy', 'LineEngagedCustomer'],
    ['calling', 'badNumber', 'BadAddressCustomer'],
    ['calling', 'failed', 'FailedConnectAgent'],
  ] as const)('that is %s and %s names the error %s', (before, event, name) => {
    expect(nextLeg(before, event)).toBe('error');
    expect(failureName(before, event)).toBe(name);
  });
});

describe("an agent's state", () => {
  const leg = (state: 'connecting' | 'incoming' | 'calling' | 'connected' | 'ended' | 'error', failure?: string) => ({
    state,
    since: 5,
    failure,
  });

  it.each([
    ['connecting', undefined, 'PendingBusy', 'system'],
    ['calling', undefined, 'CallingCustomer', 'system'],
    ['connected', undefined, 'Busy', 'system'],
    ['ended', undefined, 'AfterCallWork', 'system'],
    ['error', 'MissedCallAgent', 'MissedCallAgent', 'error'],
    ['error', 'FailedConnectAgent', 'FailedConnectAgent', 'error'],
  ] as const)('with a leg %s (%s) is %s of type %s', (state, failure, name, type) => {
    expect(agentState(chosen, [leg(state, failure)])).toEqual({ arn: null, name, type, since: 5 });
  });

  it('is what the agent chose while there is no contact, and while a callback is offered', () => {
    expect(agentState(chosen, [])).toEqual(chosen);
    expect(agentState(chosen, [leg('incoming')])).toEqual(chosen);
  });

  it.each([
    ['no contact', [], false, { chosen: true }],
    ['no contact', [], true, { chosen: true }],
    ['a ringing contact', [leg('connecting')], false, { chosen: true }],
    ['a live contact', [leg('connected')], true, { enqueued: true }],
    ['a call out', [leg('calling')], true, { enqueued: true }],
    ['after-call work', [leg('ended')], false, { chosen: true, clears: true }],
    ['after-call work', [leg('ended')], true, { enqueued: true }],
    ['a missed contact', [leg('error')], true, { chosen: true, clears: true }],
  ] as const)('chosen with %s (%j, enqueued: %s) does %j', (_, legs, enqueue, outcome) => {
    expect(choose([...legs], enqueue)).toEqual(outcome);
  });
});
