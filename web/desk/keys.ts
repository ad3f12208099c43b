/** The keyboard: one table from key to command. Pure, so that 'never while typing' is a test and not a hope. */

export type Command =
  | 'accept'
  | 'decline'
  | 'end'
  | 'clear'
  | 'hold'
  | 'mute'
  | 'transfer'
  | 'swap'
  | 'conference'
  | 'leave'
  | 'drop'
  | 'pad'
  | 'search'
  | 'note'
  | 'newRequest'
  | 'help'
  | { choose: number };

export const keyTable = [
  ['a', 'accept'],
  ['d', 'decline'],
  ['e', 'end'],
  ['c', 'clear'],
  ['h', 'hold'],
  ['m', 'mute'],
  ['t', 'transfer'],
  ['s', 'swap'],
  ['j', 'conference'],
  ['l', 'leave'],
  ['x', 'drop'],
  ['k', 'pad'],
  ['n', 'note'],
  ['Enter', 'newRequest'],
  ['/', 'search'],
  ['?', 'help'],
] as const satisfies readonly (readonly [string, Command])[];

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  /** Where the focus is: lower-case element name, its `type` when it has one. */
  focus: { element: string; type?: string; editable: boolean };
  /** A dialog is open: its own keys hold. */
  dialog: boolean;
}

const noTyping = new Set(['checkbox', 'radio', 'button', 'submit', 'reset']);

/** Whether what has the focus takes letters: text fields, and lists in which letters select. */
export function takesLetters({ element, type, editable }: KeyPress['focus']): boolean {
  if (editable || element === 'textarea' || element === 'select') return true;
  return element === 'input' && !noTyping.has(type ?? 'text');
}

/** Elements that Enter already means something to. */
const takesEnter = new Set(['a', 'button', 'summary', 'input']);

/** What this key asks for, or nothing. */
export function commandOf(press: KeyPress): Command | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat || press.isComposing || press.dialog) return;
  if (takesLetters(press.focus)) return;
  if (/^[1-9]$/.test(press.key)) return { choose: Number(press.key) };
  if (press.key === 'Enter' && takesEnter.has(press.focus.element)) return;
  return keyTable.find(([key]) => key === press.key)?.[1];
}
