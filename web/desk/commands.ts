/** Carries out what the keyboard asks for; buttons call the same functions. */
import { choiceList } from './choice-list.ts';
import { chooseCaller } from './choose-caller.ts';
import { leave } from './handed-over.ts';
import { type Command, commandOf } from './keys.ts';
import { leads } from './leading-tab.ts';
import { startRequest } from './new-request.ts';
import { saveNote } from './notes.ts';
import { act } from './phone/act.ts';
import type { CallAction } from './phone/call-states.ts';
import { phone } from './phone/phone.ts';
import { toggleTool } from './tool.ts';

const focus = (id: string): void => document.getElementById(id)?.focus();

/** Asks the telephone, in the tab that leads; a note that is still a draft is saved with the call's end. */
export function callAction(action: CallAction): void {
  const { call } = phone.value;
  if (call === undefined || !leads.value) return;
  if (action === 'clear') void saveNote(call.interactionId);
  void act(action);
}

/** Leaves the call to the others; what becomes of a customer who waits for them is told afterwards. */
export function leaveCall(): void {
  if (leads.value) void leave();
}

/** The dial pad of a call; without one, the field for a number to call. */
function pad(): void {
  if (phone.value.call === undefined) focus('dial');
  else toggleTool('pad');
}

/** The note may lie in a folded tab. */
export function focusNote(): void {
  if (document.getElementById('note') === null) document.getElementById('tab-call')?.click();
  requestAnimationFrame(() => focus('note'));
}

export const openDialog = (id: string): void => {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
};

const holdOrResume = (): void => callAction(phone.value.call?.state === 'onHold' ? 'resume' : 'hold');

export const helpId = 'keys-dialog';

export const showKeys = (): void => openDialog(helpId);

const carryOut: Record<Extract<Command, string>, () => unknown> = {
  accept: () => callAction('accept'),
  decline: () => callAction('decline'),
  end: () => callAction('end'),
  clear: () => callAction('clear'),
  hold: holdOrResume,
  mute: () => callAction('mute'),
  transfer: () => leads.value && toggleTool('transfer'),
  swap: () => callAction('swap'),
  conference: () => callAction('conference'),
  leave: leaveCall,
  drop: () => callAction('drop'),
  pad,
  search: () => focus('search'),
  note: focusNote,
  newRequest: startRequest,
  help: showKeys,
};

function choose(digit: number): boolean {
  const { call } = phone.value;
  const person = call === undefined ? undefined : choiceList.value[digit - 1];
  if (call === undefined || person === undefined) return false;
  chooseCaller(call.interactionId, person);
  return true;
}

function onKey(event: KeyboardEvent): void {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const command = commandOf({
    key: event.key,
    ctrlKey: event.ctrlKey,
    altKey: event.altKey,
    metaKey: event.metaKey,
    repeat: event.repeat,
    isComposing: event.isComposing,
    focus: {
      element: target.tagName.toLowerCase(),
      type: target.getAttribute('type') ?? undefined,
      editable: target.isContentEditable,
    },
    dialog: document.querySelector('dialog[open]') !== null,
  });
  if (command === undefined) return;
  if (typeof command === 'object') {
    if (choose(command.choose)) event.preventDefault();
    return;
  }
  // Else the key that moves the focus would also be typed there.
  event.preventDefault();
  carryOut[command]();
}

/** Listens until the answer is called. */
export function followKeys(): () => void {
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
