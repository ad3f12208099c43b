/** Finds out what a call needs of this browser: what can be asked at once, and what only a click can tell. */
import { signal } from '@preact/signals';
import type { Browser, Check, Verdict } from './findings.ts';

export const browserChecks = signal<Browser>({
  origin: location.origin,
  cookies: true,
  frameBlocked: false,
  popup: 'unsure',
  microphone: 'unsure',
  notification: 'unsure',
});
const set = (change: Partial<Browser>): void => {
  browserChecks.value = { ...browserChecks.value, ...change };
};

const verdicts: Record<string, Verdict> = { granted: 'good', denied: 'bad' };
const ofPermission = (state: string | undefined): Verdict => verdicts[state ?? ''] ?? 'unsure';

async function microphonePermission(): Promise<Verdict> {
  try {
    const { state } = await navigator.permissions.query({ name: 'microphone' as PermissionName });
    return ofPermission(state);
  } catch {
    return 'unsure';
  }
}

/** Asks what can be asked without a click. */
export async function lookAtBrowser(): Promise<void> {
  const notification = 'Notification' in globalThis ? ofPermission(Notification.permission) : 'bad';
  set({ cookies: navigator.cookieEnabled, notification, microphone: await microphonePermission() });
}

/** What only a click can tell. */
export const tries = {
  popup: () => {
    const opened = open('about:blank', 'deskline-check', 'width=160,height=120');
    opened?.close();
    set({ popup: opened === null ? 'bad' : 'good' });
  },
  microphone: async () => {
    try {
      const heard = await navigator.mediaDevices.getUserMedia({ audio: true });
      for (const track of heard.getTracks()) track.stop();
      set({ microphone: 'good' });
    } catch {
      set({ microphone: 'bad' });
    }
  },
  notification: async () => set({ notification: ofPermission(await Notification.requestPermission()) }),
} satisfies Partial<Record<Check, () => unknown>>;

/** A policy that forbids the frame says so once; it is remembered for the check. */
export function followBlockedFrames(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    if (effectiveDirective === 'frame-src' || effectiveDirective === 'child-src') set({ frameBlocked: true });
  });
}
