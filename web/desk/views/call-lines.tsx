import type { ShownNumber } from '../../../domain/api.ts';
import { caller } from '../caller.ts';
import { interactionPages } from '../calls.ts';
import { duration } from '../format.ts';
import type { CallModel } from '../phone/model.ts';
import { shownNumber } from '../phone/shown-number.ts';
import { words } from '../words.ts';

/** Numbers whose display form is known: the caller's own, and those of the call's record. */
function known(call: CallModel): (ShownNumber | undefined)[] {
  const who = caller.value;
  const phones = who?.kind === 'person' ? (who.page?.person.phones ?? []) : [];
  const record = interactionPages.of(call.interactionId).value.value;
  return [...phones, record?.caller.number, record?.dialled];
}

/** From, to, queue. */
export function CallLines({ call }: { call: CallModel }) {
  const numbers = known(call);
  const waited = call.queuedAt === undefined ? undefined : duration(call.since - call.queuedAt);
  return (
    <dl class="lines">
      <dt>{words.call.from}</dt>
      <dd class="time">{call.number === undefined ? words.call.noNumber : shownNumber(call.number, numbers)}</dd>
      {call.dialled !== undefined && (
        <>
          <dt>{words.call.to}</dt>
          <dd class="time">{shownNumber(call.dialled, numbers)}</dd>
        </>
      )}
      {call.queue !== undefined && (
        <>
          <dt>{words.call.queue}</dt>
          <dd>
            {call.queue}
            {call.state === 'ringing' && waited !== undefined && (
              <span class="faint"> {words.call.waited(waited)}</span>
            )}
          </dd>
        </>
      )}
    </dl>
  );
}
