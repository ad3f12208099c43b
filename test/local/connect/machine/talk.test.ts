import { describe, expect, it } from 'vitest';
import {
  connectionsIn,
  isThreeParty,
  needsConference,
  nextTalk,
  type Talk,
  type TalkEvent,
  talks,
} from '../../../../local/connect/machine/talk.ts';

const all = Object.keys(talks) as Talk[];
const can = (event: TalkEvent) => all.filter((talk) => nextTalk(talk, event) !== undefined);
const third = (talk: Talk) => (connectionsIn[talk] as { third?: string }).third;

describe('a talk of an agent, a customer and a third party', () => {
  it.each([
    ['alone', 'add', 'calling'],
    ['held', 'add', 'calling'],
    ['calling', 'answered', 'consult'],
    ['calling', 'thirdLeft', 'held'],
    ['consult', 'toggle', 'swapped'],
    ['swapped', 'toggle', 'consult'],
    ['conference', 'toggle', 'swapped'],
    ['bothHeld', 'toggle', 'swapped'],
    ['consult', 'conference', 'conference'],
    ['consult', 'thirdLeft', 'held'],
    ['swapped', 'thirdLeft', 'alone'],
    ['conference', 'holdCustomer', 'consult'],
    ['conference', 'holdThird', 'swapped'],
    ['consult', 'customerLeft', 'over'],
    ['swapped', 'customerLeft', 'over'],
    ['conference', 'customerLeft', 'thirdOnly'],
    ['consult', 'customerDropped', 'thirdOnly'],
    ['thirdOnly', 'thirdLeft', 'over'],
  ] as const)('goes from %s by %s to %s', (talk, event, after) => {
    expect(nextTalk(talk, event)).toBe(after);
  });

  it('takes one third party at a time, and none without a customer', () => {
    expect(can('add')).toEqual(['alone', 'held']);
  });

  it('is toggled and joined only with both of them there and answered', () => {
    const both = ['consult', 'swapped', 'bothHeld', 'conference'];
    expect([can('toggle'), can('conference'), all.filter(isThreeParty)]).toEqual([both, both, both]);
  });

  it('says when only a conference can bring the one on hold back', () => {
    expect(all.filter((talk) => needsConference(talk, 'resumeCustomer'))).toEqual(['calling', 'consult']);
    expect(all.filter((talk) => needsConference(talk, 'resumeThird'))).toEqual(['swapped']);
  });

  it('ends for the third party in each talk that has one, and for the customer in each that has one', () => {
    expect(can('thirdLeft')).toEqual(all.filter((talk) => third(talk) !== undefined));
    expect(can('customerLeft')).toEqual(all.filter((talk) => connectionsIn[talk].customer !== 'disconnected'));
  });

  it('can be ended from everywhere, and is over then', () => {
    const leads = (talk: Talk): boolean =>
      talk === 'over' || Object.values(talks[talk]).some((next) => next === 'over');
    // A third party who leaves first makes two of three.
    expect(all.filter((talk) => !leads(talk))).toEqual(['conference']);
    expect(talks.over).toEqual({});
  });
});
