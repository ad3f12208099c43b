/** What is known of an agent from Connect's agent event stream; the type of a call overlays what was chosen. */
export interface AgentPresence {
  /** Connect's own name, e.g. `Available`, `Lunch`. */
  name: string;
  type: 'available' | 'away' | 'offline' | 'busy';
  /** ISO 8601. */
  since: string;
}
export interface QuickConnects {
  /** By name; `arn` is the quick connect's, which Streams gives too. */
  agents: { arn: string; name: string; username: string; presence?: AgentPresence }[];
  /** `arn` is the quick connect's. The figures are absent while Connect does not tell them; waits are in seconds. */
  queues: { arn: string; name: string; waiting?: number; longestWaitSeconds?: number; available?: number }[];
  /** ISO 8601: when Connect took these figures; absent with them. */
  asOf?: string;
}
