/** What a call needs of this browser and of Amazon Connect, each found out by itself, with its fix. */
import { signal } from '@preact/signals';
import type { PhoneModel } from './phone/model.ts';
import { words } from './words.ts';

export const checks = ['telephone', 'origin', 'framing', 'cookies', 'popup', 'microphone', 'notification'] as const;
export type Check = (typeof checks)[number];
export type Verdict = 'good' | 'bad' | 'unsure' | 'waiting';

export interface Finding {
  check: Check;
  verdict: Verdict;
  /** What was found. */
  text: string;
  /** What to do about it. */
  fix?: string;
}

/** What the browser says of itself. */
export interface Browser {
  origin: string;
  cookies: boolean;
  /** The policy or an extension blocked the frame. */
  frameBlocked: boolean;
  popup: Verdict;
  microphone: Verdict;
  notification: Verdict;
}

const text = words.place.check.findings;

/** The findings, from the telephone's state and the browser's own word. */
export function findings(phone: PhoneModel, browser: Browser): Finding[] {
  const answers = phone.ready || phone.agent !== undefined;
  const silent = phone.trouble === 'needs-sign-in' || phone.trouble === 'gave-up';
  const trouble = phone.trouble === undefined || phone.trouble === 'microphone' ? undefined : phone.trouble;
  const told = trouble && words.phoneTroubles[trouble];
  const state = (bad: boolean): Verdict => (bad ? 'bad' : answers ? 'good' : 'waiting');
  const simple = (check: 'popup' | 'microphone' | 'notification'): Finding => {
    const verdict = check === 'microphone' && phone.trouble === 'microphone' ? 'bad' : browser[check];
    const of = text[check];
    return { check, verdict, text: verdict === 'waiting' ? of.unsure : of[verdict], fix: bad(verdict, of.fix) };
  };
  const telephone = state(told !== undefined);
  const origin = state(silent || browser.frameBlocked);
  const framing: Verdict = browser.frameBlocked ? 'bad' : 'good';
  const cookies: Verdict = browser.cookies ? 'good' : 'bad';
  return [
    {
      check: 'telephone',
      verdict: telephone,
      text: told ? `${told.what}. ${told.why}` : text.telephone[answers ? 'good' : 'waiting'],
      fix: told?.fix,
    },
    {
      check: 'origin',
      verdict: origin,
      text: text.origin[origin === 'unsure' ? 'waiting' : origin],
      fix: bad(origin, text.origin.fix(browser.origin)),
    },
    { check: 'framing', verdict: framing, text: text.framing[framing], fix: bad(framing, text.framing.fix) },
    {
      check: 'cookies',
      verdict: cookies,
      text: text.cookies[cookies],
      fix: bad(cookies, text.cookies.fix) ?? (silent ? text.cookies.third : undefined),
    },
    simple('popup'),
    simple('microphone'),
    simple('notification'),
  ];
}

const bad = (verdict: Verdict, fix: string) => (verdict === 'bad' ? fix : undefined);

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
