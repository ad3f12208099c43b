import { useEffect, useRef } from 'preact/hooks';
import { presenceBefore } from '../calling-out.ts';
import type { CallModel } from '../phone/model.ts';
import { phone } from '../phone/phone.ts';
import { words } from '../words.ts';
import { ActionButton } from './action-button.tsx';
import { CallLines } from './call-lines.tsx';
import { WhoLine } from './who-line.tsx';

/** What happened, in the agent's words. */
function reason(call: CallModel, declined: boolean): string {
  if (call.state === 'failed') return words.failures[call.reason ?? ''] ?? words.failure;
  if (declined) return words.missed.declined;
  return call.customerThere || call.handedOver ? words.missed.notAnswered : words.missed.callerLeft;
}

/** What became of the caller. */
const customer = ({ handedOver, customerThere }: CallModel): string =>
  handedOver ? words.missed.customerBack : customerThere ? words.missed.customerWaits : words.missed.customerGone;

/** A call that was not taken or did not come about: what happened, what the customer met, one button to go on. */
export function MissedCard({ call }: { call: CallModel }) {
  const clear = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) clear.current?.focus();
  }, []);
  const { agent } = phone.value;
  const declined = phone.value.declined === call.contactId;
  return (
    <div class="card">
      <p class="state">{words.callStates[call.state]}</p>
      <WhoLine />
      <p class="on">
        <strong>{reason(call, declined)}</strong>
      </p>
      {call.state === 'missed' && <p>{customer(call)}</p>}
      <p class="muted">
        {call.state === 'failed' && !call.inbound && agent !== undefined
          ? words.missed.restored(words.presence(agent.next ?? presenceBefore ?? agent.chosen))
          : words.missed.presence}
      </p>
      <CallLines call={call} />
      <div class="buttons">
        <ActionButton action="clear" hint="c" kind="primary" buttonRef={clear} />
      </div>
    </div>
  );
}
