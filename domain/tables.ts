/**
 * Keys and indexes of the two tables: what `lib/` creates is what the adapters query. Index ARNs are named in policies,
 * so an index is added here first.
 */
export const tableKeys = { partition: 'pk', sort: 'sk' } as const;

/** Items of `Interactions` that have it are deleted after this time, in seconds of 1970. */
export const expiryAttribute = 'expires';

/**
 * Indexes of `Interactions`. All are KEYS_ONLY and sparse: only summary items carry the attributes, so facts and notes
 * cost no index writes. Sort key everywhere: when the interaction started, ISO 8601 with milliseconds.
 */
export const interactionIndexes = {
  byPerson: { name: 'byPerson', partition: 'byPerson', sort: 'startedAt' },
  byAgent: { name: 'byAgent', partition: 'byAgent', sort: 'startedAt' },
  byDay: { name: 'byDay', partition: 'byDay', sort: 'startedAt' },
  /** Present only while the interaction is not closed. */
  open: { name: 'open', partition: 'open', sort: 'startedAt' },
} as const;

export type InteractionIndex = keyof typeof interactionIndexes;
