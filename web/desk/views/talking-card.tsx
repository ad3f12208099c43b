import { duration } from '../format.ts';
import { now } from '../now.ts';
import type { CallModel } from '../phone/model.ts';
import { phone } from '../phone/phone.ts';
import { words } from '../words.ts';
import { ActionButton } from './action-button.tsx';
import { CallLines } from './call-lines.tsx';
import { WhoLine } from './who-line.tsx';

/** Dialling, talking, on hold: the timer, what is on, and what may be done. */
export function TalkingCard({ call }: { call: CallModel }) {
  const { muted } = phone.value;
  const held = call.state === 'onHold';
  return (
    <div class="card">
      <p class="state">
        {words.callStates[call.state]}
        <span class="time big">{duration(now.value - (call.talkingSince ?? call.since))}</span>
      </p>
      <WhoLine />
      {(held || muted) && (
        <p class="on">
          {held && (
            <strong>
              {words.call.onHold} <span class="time">{duration(now.value - call.since)}</span>
            </strong>
          )}
          {muted && <strong>{words.call.muted}</strong>}
        </p>
      )}
      <CallLines call={call} />
      <div class="buttons">
        {call.state !== 'dialling' && (
          <ActionButton action={held ? 'resume' : 'hold'} hint="h" pressed={held}>
            {held ? undefined : words.actions.hold}
          </ActionButton>
        )}
        <ActionButton action="mute" hint="m" pressed={muted}>
          {muted ? words.actions.unmute : words.actions.mute}
        </ActionButton>
        <ActionButton action="end" hint="e" kind="danger" />
      </div>
    </div>
  );
}
