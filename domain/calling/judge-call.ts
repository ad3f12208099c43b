import type { CallRefusal } from '../api.ts';
import type { CallingHours } from './hours.ts';
import { hoursIn, judgeHours } from './hours.ts';
import type { DialableNumber } from './number.ts';
import { timeZonesOf } from './time-zones.ts';

export interface CallRules {
  hours: CallingHours;
  /** IANA name: the desk's own zone, by which numbers of no known place are judged. */
  deskTimeZone: string;
}

/** Whether a number may be dialled now, before anybody's role is asked. */
export interface CallVerdict {
  /** Absent when it may. A mark stands before the hours, because it does not pass. */
  refusal?: Exclude<CallRefusal, 'not-dialable'>;
  /** Where it rings; absent where no zone is known, or several in which it is open at different times of day. */
  timeZone?: string;
  localTime?: string;
  /** With `outside-hours`. */
  opensAt?: Date;
}

/** @param doNotCall Somebody who has this number, or whom the agent means, must not be called. */
export function judgeCall(number: DialableNumber, doNotCall: boolean, rules: CallRules, at: Date): CallVerdict {
  const zones = timeZonesOf(number);
  const hours = judgeHours(hoursIn(rules.hours, number.country), zones.length > 0 ? zones : [rules.deskTimeZone], at);
  const there = zones.length > 0 && hours.timeZone ? { timeZone: hours.timeZone, localTime: hours.localTime } : {};
  if (doNotCall) return { refusal: 'do-not-call', ...there };
  if (hours.open) return there;
  return { refusal: 'outside-hours', ...there, ...(hours.opensAt && { opensAt: hours.opensAt }) };
}
