import { type Weekday, weekdays } from '../../domain/calling/local-time.ts';
import type { Fields } from './fields.ts';
import { show } from './fields.ts';

export type TimeOfDay = { hours: number; minutes: number };

export interface OpeningHours {
  days: Weekday[];
  from: TimeOfDay;
  /** 00:00 is the midnight that ends the day. */
  to: TimeOfDay;
}

const groups: Record<string, readonly Weekday[]> = {
  'every day': weekdays,
  weekdays: weekdays.slice(0, 5),
};

/**
 * `{ days: "every day" | "weekdays" | [names], from: "HH:MM", to: "HH:MM" }`; wrong members add their line.
 *
 * @param otherwise What stands for a time that is left out.
 * @param beside Further members, which somebody else reads.
 */
export function readOpeningHours(
  fields: Fields,
  otherwise = { from: '00:00', to: '00:00' },
  beside: string[] = [],
): OpeningHours | undefined {
  const days = readDays(fields);
  const from = readTime(fields, 'from', otherwise.from);
  const to = readTime(fields, 'to', otherwise.to);
  fields.done(['days', 'from', 'to', ...beside]);
  if (!days || !from || !to) return undefined;
  // Connect knows no 24:00: the midnight that ends a day is 00:00.
  const end = minutesOf(to) || 24 * 60;
  if (end === 24 * 60 - 1) return fields.wrong('to', '"23:59" leaves a minute closed; write 00:00 for midnight');
  if (end <= minutesOf(from)) return fields.wrong('to', 'is not later than from; write 00:00 for midnight');
  return { days, from, to };
}

function readDays(fields: Fields): Weekday[] | undefined {
  const value = fields.take('days') ?? 'every day';
  if (typeof value === 'string' && groups[value.toLowerCase()]) return [...(groups[value.toLowerCase()] ?? [])];
  const remedy = 'write "every day", "weekdays", or a list such as ["Monday", "Tuesday"]';
  if (!Array.isArray(value) || value.length === 0) return fields.wrong('days', `${show(value)} is not days; ${remedy}`);
  const named = value.map((day) => weekdays.find((known) => known === String(day).toUpperCase()));
  const wrong = named.indexOf(undefined);
  if (wrong >= 0) return fields.wrong('days', `${show(value[wrong])} is not a day; ${remedy}`);
  return weekdays.filter((day) => named.includes(day));
}

function readTime(fields: Fields, name: 'from' | 'to', otherwise: string): TimeOfDay | undefined {
  const text = fields.text(name, /^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time; write HH:MM', otherwise);
  if (text === undefined) return undefined;
  return { hours: Number(text.slice(0, 2)), minutes: Number(text.slice(3)) };
}

export const minutesOf = (time: TimeOfDay) => time.hours * 60 + time.minutes;
