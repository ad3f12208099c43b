/**
 * Tells when the caller stood on the screen: the mark `pop painted` at the end of the first frame that shows the name
 * with the open requests, or the reason why there is no name. Its detail holds the contact id.
 */
import { effect } from '@preact/signals';
import { caller, readCaller } from './caller.ts';
import { interactionPages } from './calls.ts';
import { leads } from './leading-tab.ts';
import { phone } from './phone/phone.ts';
import { goTo } from './route.ts';

/** Runs when the frame that is being prepared has been painted. */
function afterPaint(task: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = task;
    port2.postMessage(null);
  });
}

/** An answer that an earlier call left behind is shown but does not count. */
function stands(who: typeof caller.value): boolean {
  if (who === undefined) return false;
  if (who.kind === 'nobody') return true;
  return !who.loading && (who.kind === 'several' || who.page !== undefined);
}

const poppedKey = 'deskline.popped';

/** From the first sight of a call: reads who calls before anything is drawn, then shows the call's place. */
export function followRing(): void {
  let read: string | undefined;
  let stood: string | undefined;
  effect(() => {
    const { call } = phone.value;
    if (call === undefined) return;
    if (read !== call.contactId) {
      read = call.contactId;
      // The caller goes before the call's own record: both at once would slow each other.
      interactionPages.expect(call.interactionId);
      readCaller(call);
    }
    // Once per call and only in the tab that leads, so that a reload or a second tab keeps its place.
    if (leads.value && sessionStorage.getItem(poppedKey) !== call.contactId) {
      sessionStorage.setItem(poppedKey, call.contactId);
      goTo({ page: 'call', id: call.interactionId });
    }
    const { contactId, state, interactionId } = call;
    if (stood === contactId || !stands(caller.value)) return;
    stood = contactId;
    afterPaint(() => {
      if (state === 'ringing') performance.mark('pop painted', { detail: { contactId } });
      void interactionPages.reload(interactionId);
    });
  });
}
