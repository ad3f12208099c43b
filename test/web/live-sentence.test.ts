import { expect, it } from 'vitest';
import { liveSentence } from '../../web/desk/live-sentence.ts';
import { aCall, aPhone, start } from './builders.ts';

const agent = {
  name: 'Ned',
  presence: { name: 'Available', type: 'available', since: start },
  states: [],
  mayDial: true,
  chosen: 'Available',
} as const;

const third = { state: 'connected', since: start, name: 'Beth', kind: 'agent' } as const;

it.each([
  ['nothing while the telephone starts', aPhone(), ''],
  ['the presence without a call', aPhone({ agent: { ...agent, states: [] } }), 'You are now: Available.'],
  [
    'who calls and where to',
    aPhone({ call: aCall({ dialled: '+18335550100' }) }),
    'Incoming call from Amy, to +18335550100.',
  ],
  ['only who, when the dialled number is not known', aPhone({ call: aCall() }), 'Incoming call from Amy.'],
  ['that the two talk', aPhone({ call: aCall({ state: 'talking' }) }), 'Talking to Amy.'],
  [
    'that nobody hears the agent',
    aPhone({ call: aCall({ state: 'talking' }), muted: true }),
    'Talking to Amy. Your microphone is muted.',
  ],
  [
    'that nobody hears the agent, in every talk',
    aPhone({ call: aCall({ state: 'conference', third }), muted: true }),
    'Talking to Amy and Beth. Your microphone is muted.',
  ],
  [
    'the state, and not for ever who has gone',
    aPhone({ call: aCall({ state: 'talking' }), gone: { contactId: 'contact-1', who: 'Beth', joined: false } }),
    'Talking to Amy.',
  ],
  [
    'nothing of a customer who has gone',
    aPhone({ call: aCall({ state: 'consulting', third, customerThere: false }) }),
    'Talking to Beth.',
  ],
  [
    'names without the marks that turn a sentence round',
    aPhone({ call: aCall({ state: 'calling', third: { ...third, name: 'Be\u202eth' } }) }),
    'Calling Be th. The customer is on hold.',
  ],
  ['hold', aPhone({ call: aCall({ state: 'onHold' }) }), 'Amy is on hold.'],
  ['the end', aPhone({ call: aCall({ state: 'afterCallWork' }) }), 'Call with Amy ended. After-call work.'],
  ['a missed call', aPhone({ call: aCall({ state: 'missed' }) }), 'Missed call from Amy.'],
  [
    'a declined call as declined',
    aPhone({ call: aCall({ state: 'missed' }), declined: 'contact-1' }),
    'Declined call from Amy.',
  ],
  ['a failed call', aPhone({ call: aCall({ state: 'failed' }) }), 'Call with Amy failed.'],
])('says %s', (_, phone, sentence) => {
  expect(liveSentence(phone, 'Amy')).toBe(sentence);
});

it('says nothing new while only the time passes', () => {
  const first = liveSentence(aPhone({ call: aCall({ since: start }) }), 'Amy');
  expect(liveSentence(aPhone({ call: aCall({ since: start + 500 }) }), 'Amy')).toBe(first);
});
