import { useEffect, useRef } from 'preact/hooks';
import { takesLetters } from '../keys.ts';
import { now } from '../now.ts';
import type { CallModel } from '../phone/model.ts';
import { words } from '../words.ts';
import { ActionButton } from './action-button.tsx';
import { CallLines } from './call-lines.tsx';
import { WhoLine } from './who-line.tsx';

/** Connect offers a call for this long [reported in public issues]. */
const ringSeconds = 20;

/** Someone who is typing keeps the focus: else the next space or Enter would answer the call by accident. */
function someoneTypes(): boolean {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return false;
  const type = active.getAttribute('type') ?? undefined;
  const filled = 'value' in active && active.value !== '';
  return filled && takesLetters({ element: active.tagName.toLowerCase(), type, editable: active.isContentEditable });
}

export function RingingCard({ call }: { call: CallModel }) {
  const accept = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!someoneTypes()) accept.current?.focus();
  }, []);
  // The instance's clock may be a moment ahead of the browser's.
  const left = Math.min(ringSeconds, Math.max(0, Math.ceil(ringSeconds - (now.value - call.since) / 1000)));
  return (
    <div class="card">
      <p class="state">
        {words.callStates.ringing}
        <span class="time">{words.call.secondsLeft(left)}</span>
      </p>
      <progress class="ring" max={ringSeconds} value={left} aria-label={words.call.secondsLeft(left)} />
      <WhoLine />
      {call.handedOver && <p>{words.call.handedOver}</p>}
      <CallLines call={call} />
      <div class="buttons">
        <ActionButton action="accept" hint="a" kind="primary" buttonRef={accept} />
        <ActionButton action="decline" hint="d" />
      </div>
    </div>
  );
}
