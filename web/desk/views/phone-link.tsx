import type { ShownNumber } from '../../../domain/api.ts';
import { dialTarget } from '../dial-link.ts';
import { session } from '../session.ts';

/** A telephone number wherever one is shown: a link that dials it, or plain text when there is nothing to dial. */
export function PhoneLink({ number }: { number: ShownNumber }) {
  const { value } = session;
  const target = value.state === 'signed-in' ? dialTarget(value.config.dialLink, number.dial) : undefined;
  // A number is read from left to right whatever stands around it.
  const shown = (
    <bdi class="time" dir="ltr">
      {number.display}
    </bdi>
  );
  return target === undefined ? (
    shown
  ) : (
    <a class="phone" href={target}>
      {shown}
    </a>
  );
}
