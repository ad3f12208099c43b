import { type Caller, caller, callerName, callerNumber } from '../caller.ts';
import { words } from '../words.ts';
import { PhoneLink } from './phone-link.tsx';

function what(who: Caller | undefined): string {
  if (who === undefined) return '';
  if (who.kind === 'nobody') return words.outcomes[who.reason];
  if (who.kind === 'several') return words.outcomes[who.uncertain ? 'candidates' : 'several-people'];
  // A space keeps the line's height while the requests are on their way.
  return who.page === undefined ? '\u00a0' : words.requests.openCount(who.page.open.length);
}

/** The caller in one line of name and one of what is open: all there is of 'who' on a narrow panel. */
export function WhoLine() {
  const who = caller.value;
  const number = who?.kind === 'person' && who.name !== '' ? undefined : callerNumber.value;
  const vip = who?.kind === 'person' && who.page?.person.vip === true;
  return (
    <>
      <p class="caller">
        {number === undefined ? <bdi class="text">{callerName.value}</bdi> : <PhoneLink number={number} />}
        {vip && <span class="mark">{words.who.vip}</span>}
      </p>
      <p class="requests">{what(who)}</p>
    </>
  );
}
