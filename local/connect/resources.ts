import { idOf } from './arn.ts';

/** What the template put into the instance. ARNs are keys. */
export interface Instance {
  arn: string;
  id: string;
  alias: string;
  createdAt: number;
}

export type Weekday = 'SUNDAY' | 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY';

export interface Hours {
  arn: string;
  name: string;
  /** IANA name. */
  timeZone: string;
  /** Minutes after midnight; an end of 0 is the midnight that ends the day. */
  days: { day: Weekday; start: number; end: number }[];
}

export interface Queue {
  arn: string;
  name: string;
  hoursArn: string;
  /** Absent: unlimited. */
  maxContacts?: number;
  enabled: boolean;
  /** ARN or id of a number. */
  outboundCallerId?: string;
  /** The outbound whisper: what somebody hears who is called from this queue. */
  outboundFlowArn?: string;
  quickConnectArns: string[];
}

export interface QuickConnect {
  arn: string;
  name: string;
  type: 'QUEUE' | 'USER' | 'PHONE_NUMBER' | 'FLOW';
  queueArn?: string;
  userArn?: string;
  phoneNumber?: string;
  flowArn?: string;
  description?: string;
  tags?: Record<string, string>;
  /** Epoch ms of the last change; absent for one that the template made and nobody changed. */
  modified?: number;
}

export interface RoutingProfile {
  arn: string;
  name: string;
  defaultOutboundQueueArn: string;
  /** Voice queues only. `delay` in seconds; a lower priority number is served first. */
  queues: { queueArn: string; priority: number; delay: number }[];
}

export interface SecurityProfile {
  arn: string;
  name: string;
  permissions: string[];
}

export interface Flow {
  arn: string;
  name: string;
  type: string;
  content: string;
}

export interface PhoneNumber {
  arn: string;
  /** E.164. */
  address: string;
  country: string;
  type: string;
  /** Set by AssociatePhoneNumberContactFlow alone. */
  flowArn?: string;
}

export interface AgentStatus {
  arn: string;
  name: string;
  type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE';
  order: number;
  enabled: boolean;
}

export interface StorageConfig {
  associationId: string;
  resourceType: string;
  storageType: string;
  /** Of a configuration with KINESIS_STREAM. */
  streamArn?: string;
}

/** A recording that flows play. */
export interface RecordedPrompt {
  arn: string;
  name: string;
}

export interface Resources {
  instance?: Instance;
  hours: Map<string, Hours>;
  queues: Map<string, Queue>;
  quickConnects: Map<string, QuickConnect>;
  routingProfiles: Map<string, RoutingProfile>;
  securityProfiles: Map<string, SecurityProfile>;
  flows: Map<string, Flow>;
  numbers: Map<string, PhoneNumber>;
  prompts: Map<string, RecordedPrompt>;
  agentStatuses: Map<string, AgentStatus>;
  /** ARNs of the functions that flows may invoke. */
  functions: Set<string>;
  storage: StorageConfig[];
  approvedOrigins: Set<string>;
}

export const noResources = (): Resources => ({
  hours: new Map(),
  queues: new Map(),
  quickConnects: new Map(),
  routingProfiles: new Map(),
  securityProfiles: new Map(),
  flows: new Map(),
  numbers: new Map(),
  prompts: new Map(),
  agentStatuses: new Map(),
  functions: new Set(),
  storage: [],
  approvedOrigins: new Set(),
});

/** By ARN or by bare id, as flows and APIs may give either; a qualifier after the id (`:$LATEST`) is left out. */
export function find<T>(among: Map<string, T>, arnOrId: string): T | undefined {
  const exact = among.get(arnOrId);
  if (exact) return exact;
  const id = idOf(arnOrId).replace(/:.*$/, '');
  for (const [arn, value] of among) if (idOf(arn) === id) return value;
  return undefined;
}
