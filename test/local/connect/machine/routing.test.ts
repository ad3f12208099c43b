import { describe, expect, it } from 'vitest';
import { nextOffer, nextRouting } from '../../../../local/connect/machine/routing.ts';

const aContact = (contactId: string, overrides: object = {}) => ({
  contactId,
  queueArn: 'desk',
  priority: 5,
  enqueuedAt: 1_000,
  ...overrides,
});
const anAgent = (username: string, availableSince: number, queues = [{ queueArn: 'desk', priority: 1, delay: 0 }]) => ({
  username,
  availableSince,
  queues,
});

describe('routing', () => {
  it('asks the longest-available agent first', () => {
    const agents = [anAgent('ned', 500), anAgent('beth', 200)];
    expect(nextOffer([aContact('a')], agents, 2_000)).toEqual({ contactId: 'a', username: 'beth' });
  });

  it('serves the longest-waiting contact first', () => {
    const contacts = [aContact('late', { enqueuedAt: 900 }), aContact('early', { enqueuedAt: 100 })];
    expect(nextOffer(contacts, [anAgent('ned', 0)], 2_000)?.contactId).toBe('early');
  });

  it('serves the lowest priority number before the longest wait', () => {
    const contacts = [aContact('early', { enqueuedAt: 100 }), aContact('vip', { enqueuedAt: 900, priority: 1 })];
    expect(nextOffer(contacts, [anAgent('ned', 0)], 2_000)?.contactId).toBe('vip');
  });

  it("serves the agent's first queue before a better place in the second", () => {
    const queues = [
      { queueArn: 'desk', priority: 1, delay: 0 },
      { queueArn: 'billing', priority: 2, delay: 0 },
    ];
    const contacts = [aContact('billing', { queueArn: 'billing', priority: 1, enqueuedAt: 1 }), aContact('desk')];
    expect(nextOffer(contacts, [anAgent('ned', 0, queues)], 2_000)?.contactId).toBe('desk');
  });

  it('passes over an agent who does not serve the queue, however long available', () => {
    const agents = [anAgent('beth', 0, [{ queueArn: 'billing', priority: 1, delay: 0 }]), anAgent('ned', 900)];
    expect(nextOffer([aContact('a')], agents, 2_000)?.username).toBe('ned');
    expect(nextOffer([aContact('a')], agents.slice(0, 1), 2_000)).toBeUndefined();
  });

  it("keeps a contact from an agent until the queue's delay is over, and says when that is", () => {
    const agents = [anAgent('ned', 0, [{ queueArn: 'desk', priority: 1, delay: 30 }])];
    expect(nextOffer([aContact('a')], agents, 30_999)).toBeUndefined();
    expect(nextRouting([aContact('a')], agents, 30_999)).toBe(1);
    expect(nextOffer([aContact('a')], agents, 31_000)?.username).toBe('ned');
    expect(nextRouting([aContact('a')], agents, 31_000)).toBeUndefined();
  });
});
