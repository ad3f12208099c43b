import type { ShownPerson } from '../../../domain/api.ts';
import { callPerson } from '../calling-out.ts';
import { dialsHere } from '../dial-link.ts';
import { phone } from '../phone/phone.ts';
import { session } from '../session.ts';
import { words } from '../words.ts';

/** Calls this person: at once where there is one number, else the agent chooses. Nothing to call, or on a call: no button. */
export function CallPerson({ person }: { person: ShownPerson }) {
  const { value } = session;
  const here = value.state === 'signed-in' && dialsHere(value.config.dialLink);
  const some = person.phones.some(({ dial }) => dial !== undefined);
  if (!here || !some || phone.value.call !== undefined || phone.value.agent?.mayDial === false) return null;
  return (
    <button type="button" onClick={() => callPerson(person, person.phones)}>
      {words.callsOut.call}
    </button>
  );
}
