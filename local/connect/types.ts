import type { AwsRequest, AwsResponse, Provisioned } from '../ports.ts';
import type { ContactLife } from './machine/contact-life.ts';

/**
 * What the Connect instance shows to its surroundings: the CTI endpoint, the caller's page, the commands and the tests.
 * State words are those of the Streams library, because the softphone frame passes them on. Times are epoch
 * milliseconds of the instance's clock.
 */

export type AgentStateType = 'init' | 'routable' | 'not_routable' | 'offline' | 'system' | 'error';
export type ContactStateType = 'incoming' | 'pending' | 'connecting' | 'connected' | 'missed' | 'error' | 'ended';
export type ConnectionStateType = 'connecting' | 'connected' | 'hold' | 'disconnected';

export interface AgentStateView {
  /** Null for states that the system sets. */
  arn: string | null;
  name: string;
  type: AgentStateType;
  since: number;
}

export interface EndpointView {
  type: 'phone_number' | 'agent' | 'queue';
  arn?: string;
  name?: string;
  phoneNumber?: string;
  /** User name of the agent whom it leads to. */
  agentLogin?: string;
}

export interface ConnectionView {
  connectionId: string;
  type: 'agent' | 'inbound' | 'outbound';
  initial: boolean;
  state: { type: ConnectionStateType; since: number };
  endpoint: EndpointView;
  quickConnectName?: string;
  /** Muted by the service, for all who listen. */
  muted?: boolean;
}

export interface ContactView {
  contactId: string;
  initialContactId: string;
  previousContactId?: string;
  /** The contact that the agent called out from, e.g. to call somebody back. */
  relatedContactId?: string;
  type: 'voice' | 'queue_callback';
  initiationMethod: string;
  state: { type: ContactStateType; since: number };
  queue?: { arn: string; name: string };
  enqueuedAt?: number;
  attributes: Record<string, string>;
  customerEndpoint?: { address: string; type: string };
  systemEndpoint?: { address: string; type: string };
  /** The agent's own leg first, the customer's second, then third parties; who has left stays as `disconnected`. */
  connections: ConnectionView[];
}

export interface AgentView {
  arn: string;
  id: string;
  username: string;
  name: string;
  state: AgentStateView;
  nextState?: AgentStateView;
  /** What the agent chose, untouched by calls. */
  chosen: { name: string; since: number };
  contacts: ContactView[];
  routingProfile: {
    arn: string;
    name: string;
    queues: { arn: string; name: string }[];
    defaultOutboundQueue: { arn: string; name: string };
  };
  /** The states that this agent may choose. */
  states: { arn: string; name: string; type: 'routable' | 'not_routable' | 'offline' }[];
  permissions: string[];
}

export type Answer<T = unknown> = { ok: true; value: T } | { ok: false; type: string; message: string };

/** What an agent may ask, named as the CTI API names it, e.g. `AcceptContact`, `DestroyConnection`, `PutAgentState`. */
export type AgentCommand = { operation: string; params: Record<string, unknown> };

export type CallEvent =
  /** A prompt starts; `ms` is how long it lasts. */
  | { kind: 'heard'; at: number; text: string; ms: number; prompt: 'greeting' | 'menu' | 'queue' | 'whisper' | 'other' }
  | { kind: 'block'; at: number; flow: string; id: string; type: string; next?: string; why?: string }
  | { kind: 'phase'; at: number; phase: CallPhase }
  | { kind: 'fault'; at: number; message: string };

/** Where the person on the line is; `dialling`: the telephone of somebody whom we call rings. */
export type CallPhase = 'dialling' | 'flow' | 'queue' | 'ringing' | 'talking' | 'onHold' | 'ended';

/**
 * Another person's end of one call: of a customer who called or was called, or of an outside third party. It follows the
 * person when another contact takes over.
 */
export interface Call {
  /** The contact that the line began with. */
  contactId: string;
  direction: 'inbound' | 'outbound';
  /** The person's number; empty when none was delivered. */
  number: string;
  /** Everything so far, oldest first. */
  events: CallEvent[];
  phase: CallPhase;
  /** Who ended it, once it ended; `caller`: the person on this line, `network`: it was busy, no number, or not answered. */
  endedBy?: 'caller' | 'agent' | 'flow' | 'other party' | 'network';
  /** `0`–`9`, `*` or `#`. */
  press(key: string): void;
  /** The person picks up now, while the telephone rings that the instance called; nothing at any other time. */
  answer(): void;
  /** While the telephone rings it declines the call, which then was busy. */
  hangUp(): void;
  /** Called for each later event; the answer ends it. */
  onEvent(listener: (event: CallEvent) => void): () => void;
}

/** One contact as the instance knows it, whether or not an agent has it on the screen. Times are epoch ms. */
export interface ContactStatus {
  contactId: string;
  initialContactId: string;
  previousContactId?: string;
  initiationMethod: string;
  /** Where it is on its way. */
  life: ContactLife;
  /** Where the customer is. */
  phase: CallPhase;
  queue?: { arn: string; name: string };
  /** User name of the agent whom it was joined with. */
  agent?: string;
  /** The customer's address; absent when none was delivered. */
  customer?: string;
  system: string;
  initiatedAt: number;
  enqueuedAt?: number;
  connectedAt?: number;
  endedAt?: number;
}

export interface Connect {
  instanceArn(): string | undefined;
  /** For each AWS::Connect::* resource of the template; throws `not emulated: <type>` for one it does not know. */
  provision(type: string, logicalId: string, properties: Record<string, unknown>): Provisioned;
  /** The control plane: what the SDK's Connect client asks. */
  api(request: AwsRequest): Promise<AwsResponse>;
  /**
   * Agents are made in Connect, not by the stack (design, decision 10). Profiles go by their names; without a routing
   * profile an agent has the instance's first one. Throws for a name that the template does not make.
   */
  addAgent(agent: {
    username: string;
    firstName: string;
    lastName: string;
    securityProfile?: string;
    routingProfile?: string;
  }): AgentView;
  agents(): AgentView[];
  agent(username: string): AgentView | undefined;
  /** Grows with each visible change of this agent. */
  version(username: string): number;
  onAgentChange(listener: (username: string) => void): () => void;
  act(username: string, command: AgentCommand): Answer;
  /** The audio of the contact that rings at this agent cannot be set up: the agent's leg fails (FailedConnectAgent). */
  failAgent(username: string): Answer;
  /** Quick connects of these queues, for the CTI's GetEndpoints. */
  endpoints(queueArns: string[]): {
    arn: string;
    type: 'queue' | 'agent' | 'phone_number';
    name: string;
    phoneNumber?: string;
    agentLogin?: string;
  }[];
  /** Numbers that can be dialled, E.164. */
  numbers(): string[];
  /** A customer calls; `from` is delivered as it stands, also empty. Throws when the number is not claimed or leads to no flow. */
  dial(call: { from: string; to: string }): Call;
  calls(): Call[];
  /** Every contact since the start, oldest first. */
  contacts(): ContactStatus[];
  /** Queues of the instance where callers wait; an agent's own are not among them. */
  queues(): { arn: string; name: string }[];
  /** Resolves when nothing but timers is left to happen; then the clock may be turned. */
  settled(): Promise<void>;
}

/** What the sign-in and the softphone frame ask of the instance besides. */
export interface ConnectInstance {
  /** The alias of the template's instance; one made of the id for an existing instance. */
  alias(): string | undefined;
  /** The address that the instance would have at AWS, without a path. */
  accessUrl(): string | undefined;
  /** An agent's first softphone session opened, or the last one ended: the agent event stream tells of it. */
  softphone(username: string, open: boolean): void;
  /** Origins that may embed the softphone: the template's AWS::Connect::ApprovedOrigin. */
  approvedOrigins(): string[];
}
