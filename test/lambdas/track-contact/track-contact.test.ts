import { describe, expect, it } from 'vitest';
import type { ContactFact, Fact } from '../../../domain/interaction/facts.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import type { Contacts } from '../../../lambdas/shared/contacts.ts';
import { lacksReason } from '../../../lambdas/track-contact/lacks-reason.ts';
import { trackContact } from '../../../lambdas/track-contact/track-contact.ts';
import { agents, contactFact, reasonFact } from '../../domain/interaction/calls.ts';

const abandoned = contactFact('DISCONNECTED', 40, { queued: 5, ended: 40 });

/** For calls that nobody dialled. */
const noCallsOut = {
  permit: () => Promise.reject(new Error('nobody asks')),
  dialled: () => Promise.reject(new Error('nobody dialled')),
  around: () => Promise.reject(new Error('nobody dialled')),
};

/** Ports that record what was done, in order. */
function ports(reasonOf: Contacts['reasonOf'] = async () => ({ known: false, why: 'not described yet' })) {
  const done: string[] = [];
  const facts: Fact[] = [];
  return {
    done,
    interactions: {
      addFact: async (fact: Fact) => {
        done.push(`add ${fact.source}`);
        facts.push(fact);
      },
      refresh: async () => {
        done.push('refresh');
        return summarise(facts);
      },
    },
    callsOut: noCallsOut,
    onViolation: () => undefined,
    contacts: async (): Promise<Contacts> => {
      done.push('ask Connect');
      return { reasonOf };
    },
  };
}

describe('an event’s fact', () => {
  it('is added, and the summary brought up to date', async () => {
    const its = ports();
    const tracked = await trackContact(contactFact('QUEUED', 5, { queued: 5 }), its);
    expect(its.done).toEqual(['add contact-event', 'refresh']);
    expect(tracked).toEqual({ state: 'New', reason: 'not-needed' });
  });

  it('brings the reason with it when the end is unexplained', async () => {
    const its = ports(async () => ({ known: true, fact: reasonFact('CONTACT_FLOW_DISCONNECT', 41) }));
    const tracked = await trackContact(abandoned, its);
    expect(its.done).toEqual(['add contact-event', 'ask Connect', 'add describe-contact', 'refresh']);
    expect(tracked).toEqual({ state: 'Closed Complete', reason: 'found' });
  });

  it('stands alone when the reason is not known yet', async () => {
    const its = ports();
    expect(await trackContact(abandoned, its)).toEqual({
      state: 'Closed Abandoned',
      reason: 'not-yet',
      why: 'not described yet',
    });
    expect(its.done).toEqual(['add contact-event', 'ask Connect', 'refresh']);
  });

  it('is recorded although asking failed, and the fault is thrown so that the event comes again', async () => {
    const its = ports(async () => {
      throw new Error('AccessDenied');
    });
    await expect(trackContact(abandoned, its)).rejects.toThrow('AccessDenied');
    expect(its.done).toEqual(['add contact-event', 'ask Connect', 'refresh']);
  });
});

describe('the reason of an end is asked for', () => {
  it.each<[string, ContactFact, boolean]>([
    ['when the caller left a queue', abandoned, true],
    ['when the caller left the flow', contactFact('COMPLETED', 3, { ended: 3 }), true],
    [
      'when only a ringing agent is named',
      contactFact('DISCONNECTED', 40, { queued: 5, ended: 40 }, { agentInfo: { agentArn: agents.ned } }),
      true,
    ],
    [
      'when nobody answered our call',
      contactFact('DISCONNECTED', 60, { method: 'OUTBOUND', answered: 1, ended: 60 }),
      true,
    ],
    [
      'not when somebody answered our call',
      contactFact('DISCONNECTED', 60, { method: 'OUTBOUND', answered: 1, reached: 9, ended: 60 }),
      false,
    ],
    [
      'when an agent called back and nobody is known to have answered',
      contactFact('DISCONNECTED', 90, { method: 'CALLBACK', queued: 45, answered: 60, ended: 90 }),
      true,
    ],
    ['not when an agent had the call', contactFact('DISCONNECTED', 90, { queued: 5, answered: 20, ended: 90 }), false],
    [
      'not when the event tells it',
      contactFact('DISCONNECTED', 40, { ended: 40 }, { disconnectReason: 'EXPIRED' }),
      false,
    ],
    ['not before the end', contactFact('QUEUED', 5, { queued: 5 }), false],
  ])('%s', (_when, fact, expected) => expect(lacksReason(fact)).toBe(expected));
});
