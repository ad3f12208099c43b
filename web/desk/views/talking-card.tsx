import { callerName } from '../caller.ts';
import { callOut } from '../calling-out.ts';
import { leaveCall } from '../commands.ts';
import { duration } from '../format.ts';
import { now } from '../now.ts';
import { holdsCustomer, mayAsk } from '../phone/call-states.ts';
import type { CallModel } from '../phone/model.ts';
import { phone, updatePhone } from '../phone/phone.ts';
import { openTool } from '../tool.ts';
import { words } from '../words.ts';
import { ActionButton, ToolButton } from './action-button.tsx';
import { CallLines } from './call-lines.tsx';
import { PadPanel } from './pad-panel.tsx';
import { Parties } from './parties.tsx';
import { TransferPanel } from './transfer-panel.tsx';
import { WhoLine } from './who-line.tsx';

/** What is on, plainly: colour and word. */
function On({ call }: { call: CallModel }) {
  const { muted } = phone.value;
  const third = call.third?.name ?? call.third?.number ?? '';
  const out = callOut.value;
  return (
    <div class="on">
      {holdsCustomer(call.state) && call.customerThere && (
        <strong>
          {call.third === undefined ? words.call.onHold : words.parties.customerHeld}{' '}
          <span class="time">{duration(now.value - call.since)}</span>
        </strong>
      )}
      {muted && <strong>{words.call.muted}</strong>}
      {call.state === 'calling' && <p>{words.parties.waiting(third)}</p>}
      {call.state === 'dialling' && out?.step === 'permitted' && (
        <strong>{out.permission.recorded ? words.callsOut.recorded : words.callsOut.notRecorded}</strong>
      )}
    </div>
  );
}

/** A third party who did not come, or has left. */
function Gone({ call }: { call: CallModel }) {
  const { gone } = phone.value;
  if (gone?.contactId !== call.contactId) return null;
  return (
    <div class="trouble" role="alert">
      <p>{gone.joined ? words.parties.left(gone.who) : words.parties.notJoined(gone.who)}</p>
      <button type="button" onClick={() => updatePhone({ gone: undefined })}>
        {words.trouble.dismiss}
      </button>
    </div>
  );
}

/** Dialling, talking, on hold, with a third party: the timer, what is on, and what may be done. */
export function TalkingCard({ call }: { call: CallModel }) {
  const { muted } = phone.value;
  const { state, third } = call;
  const can = (action: Parameters<typeof mayAsk>[1]) => mayAsk(call, action);
  const held = state === 'onHold';
  return (
    <div class="card">
      <p class="state">
        {words.callStates[state]}
        <span class="time big">{duration(now.value - (call.talkingSince ?? call.since))}</span>
      </p>
      <WhoLine />
      <On call={call} />
      <Gone call={call} />
      {third === undefined ? (
        <CallLines call={call} />
      ) : (
        <Parties call={call} third={third} customer={callerName.value} />
      )}
      {openTool.value === 'transfer' && <TransferPanel />}
      {openTool.value === 'pad' && <PadPanel />}
      <div class="buttons">
        {can('conference') && <ActionButton action="conference" hint="j" kind="primary" />}
        {can('leave') && <ActionButton action="leave" hint="l" onClick={leaveCall} />}
        {can('swap') && <ActionButton action="swap" hint="s" />}
        {(can('hold') || can('resume')) && (
          <ActionButton action={held ? 'resume' : 'hold'} hint="h" pressed={held}>
            {held ? undefined : words.actions.hold}
          </ActionButton>
        )}
        <ActionButton action="mute" hint="m" pressed={muted}>
          {muted ? words.actions.unmute : words.actions.mute}
        </ActionButton>
        {can('transfer') && <ToolButton tool="transfer" hint="t" />}
        {can('pad') && <ToolButton tool="pad" hint="k" />}
        {can('drop') && (
          <ActionButton action="drop" hint="x" kind="danger">
            {words.actions.drop} {third?.name ?? third?.number}
          </ActionButton>
        )}
        {can('end') && <ActionButton action="end" hint="e" kind="danger" />}
      </div>
    </div>
  );
}
