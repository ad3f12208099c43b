import * as z from 'zod/mini';

/**
 * Amazon Connect's contact event as EventBridge delivers it, as far as we read it. Fields that we do not name are
 * ignored, and so is what AWS adds later; what is not known yet may be absent, null, empty or a time of 1970.
 */

/** Part of a fact's key, whose parts `#` divides. */
const word = (max: number) => z.string().check(z.regex(/^[^#\s]+$/), z.maxLength(max));
const text = z.nullish(z.string().check(z.maxLength(256)));

/** ISO 8601 with milliseconds; undefined for 'not yet', which real events also write as 1970-01-01T00:00:00.001Z. */
const time = z.pipe(
  z.nullish(z.string().check(z.refine((value) => value === '' || !Number.isNaN(Date.parse(value)), 'not a time'))),
  z.transform((value) => {
    const at = value ? new Date(value) : undefined;
    return at && at.getUTCFullYear() >= 1971 ? at.toISOString() : undefined;
  }),
);
const when = z.optional(time);

const endpoint = z.nullish(z.object({ address: text, type: text }));

export const contactEvent = z.object({
  'detail-type': z.literal('Amazon Connect Contact Event'),
  /** When the event was sent, to the second. */
  time,
  detail: z.object({
    eventType: word(64),
    contactId: word(256),
    instanceArn: z.string().check(z.maxLength(256)),
    initialContactId: z.nullish(z.union([word(256), z.literal('')])),
    previousContactId: text,
    /** One of AWS's own samples writes `Voice`. */
    channel: text,
    initiationMethod: text,
    initiationTimestamp: when,
    connectedToSystemTimestamp: when,
    disconnectTimestamp: when,
    queueInfo: z.nullish(z.object({ queueArn: text, enqueueTimestamp: when })),
    agentInfo: z.nullish(
      z.object({
        agentArn: text,
        connectedToAgentTimestamp: when,
        afterContactWorkStartTimestamp: when,
        afterContactWorkEndTimestamp: when,
      }),
    ),
    /** Given for outbound campaigns only; a word or an object with one. */
    disconnectReason: z.nullish(z.union([z.string().check(z.maxLength(256)), z.object({ code: text })])),
    customerEndpoint: endpoint,
    systemEndpoint: endpoint,
    tags: z.nullish(z.record(z.string(), z.unknown())),
  }),
});

export type ContactEvent = z.infer<typeof contactEvent>;
