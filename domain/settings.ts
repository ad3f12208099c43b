/**
 * Names of the variables that deployed functions read. Written once: the construct that sets a variable and the
 * handler that reads it both import them from here.
 */
export const variables = {
  directoryTable: 'DIRECTORY_TABLE',
  interactionsTable: 'INTERACTIONS_TABLE',
  /** ISO 3166 country in which a number without country code is read, e.g. `US`. */
  lineRegion: 'LINE_REGION',
  /** JSON list of the organisations whose people may be selected; `[]`: everybody. */
  organisations: 'ORGANISATIONS',
  instanceArn: 'INSTANCE_ARN',
  /** Claim of the access token that carries the groups, `cognito:groups` with Cognito. */
  rolesClaim: 'ROLES_CLAIM',
  /** Name of the function that copies agents from Connect; asked at an agent's first sign-in. */
  syncAgentsFunction: 'SYNC_AGENTS_FUNCTION',
} as const;

export type Variable = keyof typeof variables;
