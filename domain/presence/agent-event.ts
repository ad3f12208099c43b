import * as z from 'zod/mini';

/**
 * A record of Amazon Connect's agent event stream, as far as we read it. Fields that we do not name are ignored, and so
 * is what AWS adds later; what is not known may be absent or null.
 */

const word = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const text = z.nullish(z.string().check(z.maxLength(256)));

/** ISO 8601, brought to milliseconds in UTC, so that texts of times compare as times do. */
const time = z.pipe(
  z.string().check(z.refine((value) => !Number.isNaN(Date.parse(value)), 'not a time')),
  z.transform((value) => new Date(value).toISOString()),
);

const contact = z.object({
  Channel: text,
  InitiationMethod: text,
  State: text,
  StateStartTimestamp: z.nullish(time),
  ConnectedToAgentTimestamp: z.nullish(time),
});
export type AgentContact = z.infer<typeof contact>;

const configuration = z.nullish(z.object({ Username: z.nullish(word(100)) }));

const snapshot = z.object({
  AgentStatus: z.object({ Name: word(128), StartTimestamp: z.nullish(time), Type: text }),
  Configuration: configuration,
  Contacts: z.nullish(z.array(contact)),
});
export type AgentSnapshot = z.infer<typeof snapshot>;

export const agentEvent = z.object({
  /** LOGIN, LOGOUT, STATE_CHANGE and HEART_BEAT are documented. */
  EventType: word(64),
  EventTimestamp: time,
  AgentARN: z.string().check(z.regex(/^arn:\S+$/), z.maxLength(512)),
  InstanceARN: word(512),
  CurrentAgentSnapshot: z.nullish(snapshot),
  PreviousAgentSnapshot: z.nullish(z.object({ Configuration: configuration })),
});
/** What tells a contact record from an agent event. */
export const contactRecord = z.object({ AWSContactTraceRecordFormatVersion: z.string() });
export type AgentEvent = z.infer<typeof agentEvent>;
