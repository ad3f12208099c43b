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
  /** JSON of when people may be called: `CallingHours`. */
  callingHours: 'CALLING_HOURS',
  /** IANA name of the desk's own time zone. */
  timeZone: 'TIME_ZONE',
  /** `yes` or `no`: whether calls are recorded. */
  callsRecorded: 'CALLS_RECORDED',
  stage: 'STAGE',
  instanceArn: 'INSTANCE_ARN',
  /** JSON list of the ARNs of the stack's queues. */
  queues: 'QUEUES',
  /** ARN of the flow through which a call goes to one agent. */
  agentTransferFlow: 'AGENT_TRANSFER_FLOW',
  /** JSON list of `{arn, name, queue}`: the quick connects to queues, with the queue's ARN. */
  queueTransfers: 'QUEUE_TRANSFERS',
  /** Claim of the access token that carries the groups, `cognito:groups` with Cognito. */
  rolesClaim: 'ROLES_CLAIM',
  /** Name of the function that copies agents from Connect; asked at an agent's first sign-in. */
  syncAgentsFunction: 'SYNC_AGENTS_FUNCTION',
} as const;

export type Variable = keyof typeof variables;
