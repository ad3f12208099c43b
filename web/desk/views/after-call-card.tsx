import { useEffect } from 'preact/hooks';
import { focusNote } from '../commands.ts';
import { duration } from '../format.ts';
import { now } from '../now.ts';
import type { CallModel } from '../phone/model.ts';
import { words } from '../words.ts';
import { ActionButton } from './action-button.tsx';
import { CallLines } from './call-lines.tsx';
import { HandedOverNote } from './handed-over-note.tsx';
import { WhoLine } from './who-line.tsx';

/** The call is over, its work is not: the note has the focus, unless the agent is already writing elsewhere. */
export function AfterCallCard({ call }: { call: CallModel }) {
  useEffect(() => {
    const active = document.activeElement;
    const writing = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement].some((kind) => active instanceof kind);
    if (!writing) focusNote();
  }, []);
  return (
    <div class="card">
      <p class="state">
        {words.callStates.afterCallWork}
        <span class="time big">{duration(now.value - call.since)}</span>
      </p>
      <WhoLine />
      <HandedOverNote />
      {call.talkingSince !== undefined && (
        <p class="muted">{words.call.talkedFor(duration(call.since - call.talkingSince))}</p>
      )}
      <CallLines call={call} />
      <div class="buttons">
        <ActionButton action="clear" hint="c" kind="primary" />
      </div>
    </div>
  );
}
