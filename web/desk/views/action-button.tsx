import type { ComponentChildren, Ref } from 'preact';
import { callAction } from '../commands.ts';
import { leads } from '../leading-tab.ts';
import type { CallAction, CallTool } from '../phone/call-states.ts';
import { phone } from '../phone/phone.ts';
import { openTool, toggleTool } from '../tool.ts';
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
  /** Instead of the action alone. */
  onClick?: () => void;
}

/** One thing that may be done with the call, its key, and that it is under way. */
export function ActionButton({ action, hint, kind, pressed, children, buttonRef, onClick }: Props) {
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
      disabled={leads.value === false}
      onClick={({ detail }) => {
        // The second click of a double one was meant for the button that stood here before.
        if (detail < 2) (onClick ?? (() => callAction(action)))();
      }}
    >
      <span>{busy ? words.asking[action] : (children ?? words.actions[action])}</span>
      <Key name={hint} />
    </button>
  );
}

/** Opens or closes what helps with the call. */
export const ToolButton = ({ tool, hint }: { tool: CallTool; hint: string }) => (
  <button
    type="button"
    class="action"
    aria-expanded={openTool.value === tool}
    aria-keyshortcuts={hint}
    disabled={leads.value === false}
    onClick={() => toggleTool(tool)}
  >
    <span>{words.actions[tool]}</span>
    <Key name={hint} />
  </button>
);
