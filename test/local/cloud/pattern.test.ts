import { describe, expect, it } from 'vitest';
import { matches, type Pattern } from '../../../local/cloud/events/pattern.ts';
import { rateOf } from '../../../local/cloud/events/schedule.ts';

const event = {
  source: 'aws.connect',
  'detail-type': 'Amazon Connect Contact Event',
  detail: {
    eventType: 'DISCONNECTED',
    channel: 'Voice',
    seconds: 42,
    missed: false,
    queue: null,
    note: 'a*b',
    ip: '10.1.2.3',
    ip6: '2001:db8::7',
    empty: '',
    tags: ['billing', 'vip'],
    legs: [
      { agent: 'ned', seconds: 3 },
      { agent: 'beth', seconds: 9 },
    ],
  },
};
const ofDetail = (detail: Pattern): Pattern => ({ detail });

const cases: [rule: string, pattern: Pattern, hears: boolean][] = [
  ['one of the values', ofDetail({ eventType: ['QUEUED', 'DISCONNECTED'] }), true],
  ['none of the values', ofDetail({ eventType: ['QUEUED'] }), false],
  ['every key must match', { source: ['aws.connect'], ...ofDetail({ eventType: ['QUEUED'] }) }, false],
  ['a key that the event lacks', ofDetail({ campaign: ['x'] }), false],
  ['values compare with their type', ofDetail({ seconds: ['42'] }), false],
  ['false is a value', ofDetail({ missed: [false] }), true],
  ['null is a value', ofDetail({ queue: [null] }), true],
  ['the empty text is a value', ofDetail({ empty: [''] }), true],
  ['an array matches by one element', ofDetail({ tags: ['vip'] }), true],
  ['objects in an array match each on its own', ofDetail({ legs: { agent: ['beth'], seconds: [3] } }), false],
  ['one object in an array matches whole', ofDetail({ legs: { agent: ['ned'], seconds: [3] } }), true],
  ['prefix', ofDetail({ eventType: [{ prefix: 'DIS' }] }), true],
  ['prefix compares case', ofDetail({ eventType: [{ prefix: 'dis' }] }), false],
  ['prefix without case', ofDetail({ eventType: [{ prefix: { 'equals-ignore-case': 'dis' } }] }), true],
  ['suffix', ofDetail({ eventType: [{ suffix: 'TED' }] }), true],
  ['suffix without case', ofDetail({ eventType: [{ suffix: { 'equals-ignore-case': 'Ted' } }] }), true],
  ['equals-ignore-case', ofDetail({ channel: [{ 'equals-ignore-case': 'VOICE' }] }), true],
  ['anything-but a value', ofDetail({ eventType: [{ 'anything-but': 'QUEUED' }] }), true],
  ['anything-but one of several', ofDetail({ eventType: [{ 'anything-but': ['QUEUED', 'DISCONNECTED'] }] }), false],
  ['anything-but a number', ofDetail({ seconds: [{ 'anything-but': [42] }] }), false],
  ['anything-but needs the key', ofDetail({ campaign: [{ 'anything-but': ['x'] }] }), false],
  ['anything-but a prefix', ofDetail({ eventType: [{ 'anything-but': { prefix: 'DIS' } }] }), false],
  ['anything-but several prefixes', ofDetail({ eventType: [{ 'anything-but': { prefix: ['A', 'B'] } }] }), true],
  ['anything-but a suffix', ofDetail({ eventType: [{ 'anything-but': { suffix: 'TED' } }] }), false],
  ['anything-but without case', ofDetail({ channel: [{ 'anything-but': { 'equals-ignore-case': 'VOICE' } }] }), false],
  ['anything-but a wildcard', ofDetail({ eventType: [{ 'anything-but': { wildcard: 'D*D' } }] }), false],
  ['numeric in a range', ofDetail({ seconds: [{ numeric: ['>', 40, '<=', 42] }] }), true],
  ['numeric outside', ofDetail({ seconds: [{ numeric: ['<', 42] }] }), false],
  ['numeric equal', ofDetail({ seconds: [{ numeric: ['=', 42] }] }), true],
  ['numeric of a text', ofDetail({ channel: [{ numeric: ['>', 0] }] }), false],
  ['exists', ofDetail({ eventType: [{ exists: true }] }), true],
  ['exists is also true of null', ofDetail({ queue: [{ exists: true }] }), true],
  ['does not exist', ofDetail({ agentInfo: [{ exists: false }] }), true],
  ['does not exist below what does not exist', ofDetail({ agentInfo: { agentArn: [{ exists: false }] } }), true],
  ['exists but should not', ofDetail({ eventType: [{ exists: false }] }), false],
  ['cidr', ofDetail({ ip: [{ cidr: '10.1.0.0/16' }] }), true],
  ['outside the cidr', ofDetail({ ip: [{ cidr: '10.2.0.0/16' }] }), false],
  ['cidr of IPv6', ofDetail({ ip6: [{ cidr: '2001:db8::/32' }] }), true],
  ['cidr of the other version', ofDetail({ ip: [{ cidr: '2001:db8::/32' }] }), false],
  ['wildcard', ofDetail({ eventType: [{ wildcard: 'DIS*TED' }] }), true],
  ['wildcard with its star taken literally', ofDetail({ note: [{ wildcard: 'a\\*b' }] }), true],
  ['wildcard that fits a part only', ofDetail({ eventType: [{ wildcard: 'DIS*X' }] }), false],
  ['$or', ofDetail({ $or: [{ eventType: ['QUEUED'] }, { seconds: [{ numeric: ['>', 10] }] }] }), true],
  ['$or of which none fits', ofDetail({ $or: [{ eventType: ['QUEUED'] }, { channel: ['CHAT'] }] }), false],
];

describe('an event pattern', () => {
  it.each(cases)('%s', (_rule, pattern, hears) => {
    expect(matches(pattern, event)).toBe(hears);
  });

  it('names an operator that EventBridge does not have', () => {
    expect(() => matches(ofDetail({ eventType: [{ regex: '.*' }] }), event)).toThrow('no operator regex');
    expect(() => matches(ofDetail({ eventType: [{ 'anything-but': { cidr: '::/0' }, prefix: 'a' }] }), event)).toThrow(
      'one operator',
    );
  });
});

describe('a schedule', () => {
  it.each([
    ['rate(1 minute)', 60_000],
    ['rate(5 minutes)', 300_000],
    ['rate(1 hour)', 3_600_000],
    ['rate(2 days)', 172_800_000],
  ])('%s', (expression, ms) => expect(rateOf(expression)).toBe(ms));

  it('says that cron is not emulated', () => {
    expect(() => rateOf('cron(0 3 * * ? *)')).toThrow('not emulated: the schedule cron(0 3 * * ? *)');
  });
});
