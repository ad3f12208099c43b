import * as z from 'zod/mini';

/** The status that the stack adds to the instance, and that agents can choose themselves as well. */
export const busyWithACase = 'Busy with a case';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** How another system says on the event bus that it has given an agent work, or taken it away. */
export const workEvent = z.object({
  source: text(256),
  time: z.string().check(z.refine((value) => !Number.isNaN(Date.parse(value)), 'not a time')),
  detail: z.object({
    username: text(100),
    /** What keeps the agent busy, e.g. the number of a case; absent, null or empty when nothing does any more. */
    busyWith: z.nullish(z.string().check(z.trim(), z.maxLength(200))),
  }),
});

/** The last that was said of an agent's work. */
export interface AgentWork {
  busyWith?: string;
  /** Who said so: the event's source. */
  by: string;
  /** ISO 8601, UTC with milliseconds; events name whole seconds. */
  at: string;
}

export type WorkHeard = { ok: true; username: string; work: AgentWork } | { ok: false; message: string };

/** Reads an event of the bus; `message` names what is wrong with it. A time that is still to come counts as `now`. */
export function hearWork(event: unknown, now: Date): WorkHeard {
  const parsed = z.safeParse(workEvent, event);
  if (!parsed.success) {
    const message = parsed.error.issues
      .map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`)
      .join('; ');
    return { ok: false, message };
  }
  const { source: by, time, detail } = parsed.data;
  const { username, busyWith } = detail;
  const at = new Date(Math.min(Date.parse(time), now.getTime())).toISOString();
  return { ok: true, username, work: { ...(busyWith && { busyWith }), by, at } };
}

/** A status that an agent can have, as Connect lists it. */
export interface Status {
  arn: string;
  name: string;
  routable: boolean;
}

export type StatusChange =
  | { set: Status }
  | { leave: 'no-such-status' | 'signed-out' | 'chose-another' | 'already-so' };

/**
 * What an agent's status becomes by what is said of their work. It changes only between being available and being busy
 * with a case: whatever else the agent chose, before or meanwhile, stays.
 *
 * @param chosen Name of the status that the agent has chosen, or will have after the call; absent when signed out.
 */
export function statusFor(work: AgentWork, chosen: string | undefined, statuses: Status[]): StatusChange {
  const busy = statuses.find(({ name }) => name === busyWithACase);
  const free = statuses.find(({ routable }) => routable);
  if (!busy || !free) return { leave: 'no-such-status' };
  if (chosen === undefined) return { leave: 'signed-out' };
  const available = statuses.some(({ name, routable }) => routable && name === chosen);
  const wanted = work.busyWith ? busy : free;
  if (work.busyWith ? chosen === busy.name : available) return { leave: 'already-so' };
  return (work.busyWith ? available : chosen === busy.name) ? { set: wanted } : { leave: 'chose-another' };
}
