/** Leaving the page in a call breaks its sound, so the browser asks first. */
import { leads } from './leading-tab.ts';
import { isLive } from './phone/call-states.ts';
import { phone } from './phone/phone.ts';

export function warnBeforeLeaving(): void {
  addEventListener('beforeunload', (event) => {
    if (leads.value && isLive(phone.value.call?.state)) event.preventDefault();
  });
}
