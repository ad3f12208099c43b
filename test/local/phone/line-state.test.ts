import { describe, expect, it } from 'vitest';
import { emptyLine, playing, withEvent } from '../../../local/phone/page/line-state.ts';
import { callerInWords, duration, endInWords, phaseInWords } from '../../../local/phone/page/words.ts';
import type { LineEvent } from '../../../local/phone/types.ts';

const heard = (at: number, ms: number, text = 'Welcome'): LineEvent => ({
  kind: 'heard',
  at,
  ms,
  text,
  prompt: 'greeting',
});
const lineOf = (...events: LineEvent[]) => events.reduce(withEvent, emptyLine);

describe('the line as its page shows it', () => {
  it('begins with the first event and changes with the phases', () => {
    const line = lineOf(
      { kind: 'dialled', at: 1000, from: '+1', to: '+2' },
      { kind: 'phase', at: 1100, phase: 'flow' },
      { kind: 'phase', at: 5000, phase: 'talking', agent: 'Ned Sample' },
    );
    expect(line).toMatchObject({ startedAt: 1000, since: 5000, phase: 'talking', agent: 'Ned Sample' });
  });

  it('keeps prompts and keys in one list, in their order', () => {
    const line = lineOf(heard(0, 10), { kind: 'pressed', at: 5, key: '2' }, heard(6, 10, 'Thank you'));
    expect(line.transcript.map((entry) => (entry.kind === 'heard' ? entry.text : entry.key))).toEqual([
      'Welcome',
      '2',
      'Thank you',
    ]);
  });

  it('says what the flow did and what went wrong', () => {
    const line = lineOf(
      { kind: 'block', at: 0, flow: 'Inbound', id: 'greet', type: 'MessageParticipant', why: 'no error' },
      { kind: 'fault', at: 1, message: 'identify-caller may not be invoked' },
    );
    expect(line.blocks).toEqual(['Inbound: greet, MessageParticipant (no error)']);
    expect(line.faults).toEqual(['identify-caller may not be invoked']);
  });
});

describe('the prompt that plays', () => {
  it.each([
    ['is the last one until its time is over', lineOf(heard(0, 100)), 99, 'Welcome'],
    ['is none after that', lineOf(heard(0, 100)), 100, undefined],
    ['is the next one when that begins early', lineOf(heard(0, 100), heard(50, 100, 'Menu')), 60, 'Menu'],
    ['goes on while a key is pressed', lineOf(heard(0, 100), { kind: 'pressed', at: 50, key: '1' }), 60, 'Welcome'],
    ['stops when an agent answers', lineOf(heard(0, 100), { kind: 'phase', at: 9, phase: 'talking' }), 10, undefined],
    ['stops at the end', lineOf(heard(0, 100), { kind: 'phase', at: 9, phase: 'ended' }), 10, undefined],
  ])('%s', (_, line, now, text) => {
    const prompt = playing(line, now);
    expect(prompt?.kind === 'heard' ? prompt.text : undefined).toBe(text);
  });
});

describe('the words', () => {
  it('name the agent where one is known', () => {
    expect(phaseInWords('talking', 'Ned Sample')).toBe('Talking to Ned Sample');
    expect(phaseInWords('talking')).toBe('Talking to an agent');
    expect(phaseInWords(undefined)).toBe('Dialling');
  });

  it('say who ended the call', () => {
    expect([endInWords('caller'), endInWords('agent'), endInWords('flow')]).toEqual([
      'You hung up.',
      'The agent ended the call.',
      'The desk ended the call.',
    ]);
  });

  it.each([
    ['+12125550123', 'Amy · +12125550123'],
    ['+14155550142', 'Omar or Leila · +14155550142'],
    ['+499', '+499'],
    ['anonymous', 'Number withheld'],
    ['', 'No number'],
  ])('show the caller %j as %j', (from, shown) => {
    const people = [
      { name: 'Amy', number: '+12125550123' },
      { name: 'Omar', number: '+14155550142' },
      { name: 'Leila', number: '+14155550142' },
    ];
    expect(callerInWords(from, people)).toBe(shown);
  });

  it.each([
    [-5, '0:00'],
    [999, '0:00'],
    [75_000, '1:15'],
    [3_605_000, '1:00:05'],
  ])('give %d ms as %s', (ms, shown) => {
    expect(duration(ms)).toBe(shown);
  });
});
