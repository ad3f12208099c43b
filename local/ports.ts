/**
 * What the two halves of the laptop cloud know of each other: `local/cloud/` instantiates the template, `local/connect/`
 * is the Amazon Connect instance in it.
 */

/** The instance's time. It can be turned: timers then fire in their order, without waiting. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `task` after `ms` of the instance's time; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
  /** Milliseconds that the instance is ahead of real time; functions get it with each invocation. */
  offset(): number;
}

/** One run of a function, as commands report it. */
export interface Invocation {
  functionName: string;
  requestId: string;
  /** Epoch ms of the instance's clock. */
  at: number;
  ms: number;
  outcome: 'ok' | 'error' | 'timeout' | 'refused';
  /** Error message of the function, or why it could not be run. */
  message?: string;
  /** DynamoDB calls and capacity units that this run used. */
  requests: number;
  read: number;
  write: number;
}

export interface InvokeResult {
  invocation: Invocation;
  /** What the handler returned, when outcome is ok. */
  payload?: unknown;
}

/** Who may invoke is checked against the template's AWS::Lambda::Permission, as Lambda does. */
export interface Functions {
  invoke(
    functionArnOrName: string,
    payload: unknown,
    caller: { principal: string; sourceArn?: string },
    options?: { timeoutMs?: number },
  ): Promise<InvokeResult>;
  /** Called after each run. */
  onInvocation(listener: (invocation: Invocation) => void): void;
}

/** The account's default event bus: the rules of the template decide who hears an event. */
export interface EventBus {
  put(event: { source: string; 'detail-type': string; time: string; resources: string[]; detail: unknown }): void;
}

/** The account's data streams: what the instance's storage configurations name. */
export interface RecordStreams {
  /** `record` is sent as JSON; records of one partition key keep their order. */
  put(streamArn: string, partitionKey: string, record: object): void;
}

/** What the instance needs from around it. */
export interface ConnectPorts {
  clock: Clock;
  newId: () => string;
  functions: Functions;
  bus: EventBus;
  /** Without it nothing is streamed. */
  streams?: RecordStreams;
  region: string;
  account: string;
}

/** An AWS SDK request as the gateway hands it over, after the caller's policy allowed it. */
export interface AwsRequest {
  method: string;
  /** Path and query, percent-encoded as received. */
  path: string;
  headers: Record<string, string>;
  body: string;
}
export interface AwsResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** CloudFormation's view of the instance: one call for each AWS::Connect::* resource, references already resolved. */
export interface Provisioned {
  /** What `Ref` gives. */
  ref: string;
  /** What `Fn::GetAtt` gives. */
  attributes: Record<string, string>;
}
