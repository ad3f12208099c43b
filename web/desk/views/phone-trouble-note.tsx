import type { PageConfig } from '../../../domain/api.ts';
import type { PhoneTrouble, Refusal } from '../phone/model.ts';
import { updatePhone } from '../phone/phone.ts';
import { retryTelephone } from '../telephone.ts';
import { words } from '../words.ts';

/** Which trouble, why, the fix, and a way to try again. */
export function PhoneTroubleNote({ trouble, config }: { trouble: PhoneTrouble; config: PageConfig }) {
  const { what, why, fix } = words.phoneTroubles[trouble];
  const retry = () => {
    const frame = document.getElementById('telephone-frame');
    if (frame) retryTelephone(frame, config.ccpUrl);
  };
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{what}.</strong> {why} {fix}
      </p>
      <div class="row">
        {trouble === 'needs-sign-in' && (
          <a class="button" href={config.instanceUrl} target="_blank" rel="noreferrer">
            {words.trouble.openConnect}
          </a>
        )}
        <button type="button" onClick={retry}>
          {words.trouble.retry}
        </button>
        <a class="button quiet" href="#/check">
          {words.place.check.heading}
        </a>
      </div>
    </div>
  );
}

/** Connect said no, or nothing. */
export const RefusalNote = ({ refusal }: { refusal: Refusal }) => (
  <div class="trouble" role="alert">
    <p>{words.refusal(refusal.action, refusal.reason, refusal.type)}</p>
    <button type="button" onClick={() => updatePhone({ refusal: undefined })}>
      {words.trouble.dismiss}
    </button>
  </div>
);
