/** What is seen of a ringing call outside the page: the tab's title and icon. */
import { effect } from '@preact/signals';
import { callerName } from './caller.ts';
import { isLive } from './phone/call-states.ts';
import { phone } from './phone/phone.ts';
import { words } from './words.ts';

export const followAttention = () =>
  effect(() => {
    const state = phone.value.call?.state;
    const ringing = state === 'ringing';
    const title = ringing ? words.tabTitle.ringing : words.tabTitle.live;
    document.title = isLive(state) ? title(callerName.value) : words.product;
    document.getElementById('icon')?.setAttribute('href', ringing ? '/icon-ringing.svg' : '/icon.svg');
  });
