/** By which a call is handed to one agent. */
export interface AgentQuickConnect {
  agentArn: string;
  /** Unique among all quick connects of the instance. */
  name: string;
  /** The agent's user name, which tells agents of one name apart where only descriptions are shown. */
  description: string;
  /** The flow through which the call goes to the agent. */
  flowArn: string;
}

/** One of the instance, whoever made it; `ours` when this stack keeps it, as it is now. */
export interface QuickConnect {
  arn: string;
  name: string;
  ours?: Omit<AgentQuickConnect, 'name'>;
}

/** Why Connect did not take one: somebody else's has the name, or the instance holds as many as it may. */
export type NotTaken = 'name-taken' | 'too-many';

export interface QuickConnects {
  all(): Promise<QuickConnect[]>;
  create(wanted: AgentQuickConnect): Promise<{ arn: string } | { refused: NotTaken }>;
  /** Whichever of its parts `before` has otherwise. */
  change(before: QuickConnect, wanted: AgentQuickConnect): Promise<NotTaken | undefined>;
  /** Connect takes it from every queue as well. What is not there any more counts as removed. */
  remove(arn: string): Promise<void>;
}
