import type { ComponentChildren, Ref } from 'preact';
import { callAction } from '../commands.ts';
import type { CallAction } from '../phone/call-states.ts';
import { phone } from '../phone/phone.ts';
import { words } from '../words.ts';
import { Key } from './key.tsx';

interface Props {
  action: CallAction;
  hint: string;
  kind?: 'primary' | 'danger';
  /** For what is switched on and off: plainly on by colour, word and state. */
  pressed?: boolean;
  children?: ComponentChildren;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** One thing that may be done with the call, its key, and that it is under way. */
export function ActionButton({ action, hint, kind, pressed, children, buttonRef }: Props) {
  const { asked } = phone.value;
  const busy = asked === action;
  return (
    <button
      type="button"
      ref={buttonRef}
      class={`action ${kind ?? ''}`}
      aria-pressed={pressed}
      aria-keyshortcuts={hint}
      aria-disabled={asked !== undefined}
      onClick={() => callAction(action)}
    >
      <span>{busy ? words.asking[action] : (children ?? words.actions[action])}</span>
      <Key name={hint} />
    </button>
  );
}
