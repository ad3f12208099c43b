import { callerName } from '../caller.ts';
import { liveSentence } from '../live-sentence.ts';
import { phone } from '../phone/phone.ts';

/** The one live region of the page. */
export const LiveRegion = () => (
  <div class="unseen" role="status" aria-live="polite" id="live">
    {liveSentence(phone.value, callerName.value)}
  </div>
);
