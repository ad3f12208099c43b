import type { ShownNumber } from '../../../domain/api.ts';
import { type Callee, callNumber } from '../calling-out.ts';
import { dialsHere, dialTarget } from '../dial-link.ts';
import { session } from '../session.ts';

/** A telephone number wherever one is shown: a link that dials it, or plain text when there is nothing to dial. */
export function PhoneLink({ number, person }: { number: ShownNumber; person?: Callee }) {
  const { value } = session;
  const setting = value.state === 'signed-in' ? value.config.dialLink : '';
  const target = dialTarget(setting, number.dial);
  const onClick = (event: Event) => {
    if (!dialsHere(setting)) return;
    event.preventDefault();
    void callNumber(number, person);
  };
  // A number is read from left to right whatever stands around it.
  const shown = (
    <bdi class="time" dir="ltr">
      {number.display}
    </bdi>
  );
  return target === undefined ? (
    shown
  ) : (
    <a class="phone" href={target} onClick={onClick}>
      {shown}
    </a>
  );
}
