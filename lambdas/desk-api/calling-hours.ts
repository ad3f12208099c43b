import * as z from 'zod/mini';
import type { CallingHours } from '../../domain/calling/hours.ts';
import { weekdays } from '../../domain/calling/local-time.ts';
import { variables } from '../../domain/settings.ts';
import { setting } from '../shared/env.ts';

const hours = z.object({
  days: z.array(z.enum(weekdays)),
  from: z.int().check(z.minimum(0), z.maximum(1440)),
  to: z.int().check(z.minimum(0), z.maximum(1440)),
});
const hoursOfCountries = z.extend(hours, { countries: z.record(z.string(), hours) });

/**
 * When people may be called.
 *
 * @throws Error when the variable holds no calling hours.
 */
export function callingHours(env: Record<string, string | undefined> = process.env): CallingHours {
  const read = z.safeParse(hoursOfCountries, JSON.parse(setting('callingHours', env)));
  if (read.success) return read.data;
  throw new Error(`${variables.callingHours} holds no calling hours; the function's construct sets it.`);
}
