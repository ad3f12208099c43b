import { duration } from '../format.ts';
import { now } from '../now.ts';
import { holdsCustomer } from '../phone/call-states.ts';
import type { CallModel, ThirdParty } from '../phone/model.ts';
import { words } from '../words.ts';

const text = words.parties;

function Party({ who, state, since, kind }: { who: string; state: string; since?: number; kind: string }) {
  return (
    <li class={state === text.states.hold ? 'held' : ''}>
      <bdi class="name">{who}</bdi>
      <span class="muted">
        {state} {since !== undefined && <span class="time">{duration(now.value - since)}</span>}
      </span>
      <span class="kind">{kind}</span>
    </li>
  );
}

/** The other two of a call of three, each a line with its state. */
export function Parties({ call, third, customer }: { call: CallModel; third: ThirdParty; customer: string }) {
  const there = holdsCustomer(call.state) ? text.states.hold : text.states.connected;
  return (
    <ul class="parties" aria-label={text.heading}>
      <Party who={customer} kind={text.customer} state={call.customerThere ? there : text.gone} />
      <Party
        who={third.name ?? third.number ?? ''}
        kind={third.kind === 'number' ? text.outside : text.internal}
        state={text.states[third.state]}
        since={third.since}
      />
    </ul>
  );
}
