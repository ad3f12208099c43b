import { knownNumbers } from '../caller.ts';
import { duration } from '../format.ts';
import type { CallModel } from '../phone/model.ts';
import { shownNumber } from '../phone/shown-number.ts';
import { words } from '../words.ts';

/** From, to, queue. */
export function CallLines({ call }: { call: CallModel }) {
  const numbers = knownNumbers.value;
  const waited = call.queuedAt === undefined ? undefined : duration(call.since - call.queuedAt);
  return (
    <dl class="lines">
      {call.number !== undefined && (
        <>
          <dt>{words.call.from}</dt>
          <dd class="time">{shownNumber(call.number, numbers)}</dd>
        </>
      )}
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
            {call.state === 'ringing' && waited !== undefined && `, ${words.call.waited(waited)}`}
          </dd>
        </>
      )}
    </dl>
  );
}
