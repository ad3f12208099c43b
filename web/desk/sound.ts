/** How this workplace tells of a call: the ring tone and the notification, as the agent set them. */
import { effect, signal } from '@preact/signals';
import { callerName } from './caller.ts';
import { leads } from './leading-tab.ts';
import { chosenLabels } from './phone/devices.ts';
import { phone } from './phone/phone.ts';
import { startRinging } from './ring-tone.ts';
import { words } from './words.ts';

export const volumes = { off: 0, soft: 0.08, loud: 0.3 } as const;
export type Volume = keyof typeof volumes;

export interface SoundSettings {
  volume: Volume;
  notify: boolean;
}

const key = 'deskline.sound';

function stored(): SoundSettings {
  try {
    const { volume, notify } = JSON.parse(localStorage.getItem(key) ?? '{}');
    return { volume: Object.hasOwn(volumes, volume) ? volume : 'soft', notify: notify !== false };
  } catch {
    return { volume: 'soft', notify: true };
  }
}

export const sound = signal<SoundSettings>({ volume: 'soft', notify: true });

/** Kept on this machine, as its loudspeakers are. */
export function setSound(change: Partial<SoundSettings>): void {
  sound.value = { ...sound.value, ...change };
  localStorage.setItem(key, JSON.stringify(sound.value));
}

function notify(who: string, to: string, tag: string): () => void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return () => {};
  const { title, body } = words.place.notification;
  const shown = new Notification(title(who), { body: body(to), tag, requireInteraction: true });
  shown.onclick = () => {
    focus();
    shown.close();
  };
  return () => shown.close();
}

/** Rings and notifies while a call rings, in the leading tab; the notification only when nobody looks at the page. */
export function followSound(): void {
  sound.value = stored();
  let ringing: string | undefined;
  let stop = () => {};
  effect(() => {
    const { call } = phone.value;
    const now = call?.state === 'ringing' && leads.value ? call.contactId : undefined;
    const who = callerName.value;
    if (now === ringing) return;
    ringing = now;
    stop();
    if (now === undefined) return;
    const { volume, notify: wanted } = sound.peek();
    const stopTone = startRinging(volumes[volume], chosenLabels().ringer);
    const stopNote = wanted && !document.hasFocus() ? notify(who, call?.dialled ?? '', now) : () => {};
    stop = () => {
      stopTone();
      stopNote();
      stop = () => {};
    };
  });
}
