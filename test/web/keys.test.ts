import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPress, keyTable } from '../../web/desk/keys.ts';
import { words } from '../../web/desk/words.ts';

const press = (key: string, differences: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  focus: { element: 'body', editable: false },
  dialog: false,
  ...differences,
});
const on = (element: string, type?: string) => ({ focus: { element, type, editable: false } });

it.each(keyTable.map(([key, command]) => [key, command]))('%s asks for %s', (key, command) => {
  expect(commandOf(press(key))).toBe(command);
});

it('chooses among people by digit', () => {
  expect(commandOf(press('2'))).toEqual({ choose: 2 });
  expect(commandOf(press('0'))).toBeUndefined();
});

describe('is silent', () => {
  it.each([
    ['while typing in a field', press('a', on('input', 'text'))],
    ['while typing in a field without a type', press('e', on('input'))],
    ['while searching', press('c', on('input', 'search'))],
    ['while writing a note', press('a', on('textarea'))],
    ['in a list, where letters select', press('a', on('select'))],
    ['in editable text', press('a', { focus: { element: 'div', editable: true } })],
    ['with Ctrl, the browser’s own', press('a', { ctrlKey: true })],
    ['with Cmd', press('e', { metaKey: true })],
    ['with Alt', press('d', { altKey: true })],
    ['while the key is held down', press('e', { repeat: true })],
    ['while an input method composes', press('a', { isComposing: true })],
    ['while a dialog is open', press('a', { dialog: true })],
    ['for Enter on a button, which it presses', press('Enter', on('button'))],
    ['for Enter on a link, which it follows', press('Enter', on('a'))],
    ['for a key that means nothing', press('z')],
  ])('%s', (_, keyPress) => {
    expect(commandOf(keyPress)).toBeUndefined();
  });
});

it('works on a button that has the focus', () => {
  expect(commandOf(press('a', on('button')))).toBe('accept');
});

it('has words for each key', () => {
  for (const [, command] of keyTable) expect(words.keys.names[command]).not.toBe('');
});
