import { callerNumber, knownNumbers } from '../caller.ts';
import { duration } from '../format.ts';
import type { CallModel } from '../phone/model.ts';
import { shownNumber } from '../phone/shown-number.ts';
import { words } from '../words.ts';
import { PhoneLink } from './phone-link.tsx';

/** From, to, queue. */
export function CallLines({ call }: { call: CallModel }) {
  const from = callerNumber.value;
  const waited = call.queuedAt === undefined ? undefined : duration(call.since - call.queuedAt);
  return (
    <dl class="lines">
      {from !== undefined && (
        <>
          <dt>{call.inbound ? words.call.from : words.call.to}</dt>
          <dd>
            <PhoneLink number={from} />
          </dd>
        </>
      )}
      {call.inbound && call.dialled !== undefined && (
        <>
          <dt>{words.call.to}</dt>
          <dd>
            <PhoneLink number={shownNumber(call.dialled, knownNumbers.value)} />
          </dd>
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
