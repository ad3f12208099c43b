/** What a call needs of this browser and of Amazon Connect: each finding with its words and its fix, from what is known. */
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
  const state = (bad: boolean) => (bad ? 'bad' : answers ? 'good' : 'waiting');
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
      text: text.origin[origin],
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
