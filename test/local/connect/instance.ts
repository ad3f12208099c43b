import { type createClock, createClock as makeClock, runUntil } from '../../../local/connect/clock.ts';
import { createConnect } from '../../../local/connect/index.ts';
import type { Call } from '../../../local/connect/types.ts';
import type { Functions, InvokeResult } from '../../../local/ports.ts';

/** A small instance in a test: a free clock, a bus and functions that record, two agents who serve one queue. */

type Invoked = { functionArn: string; payload: unknown; caller: unknown; timeoutMs?: number };

export interface ABusEvent {
  'detail-type': string;
  source: string;
  time: string;
  resources: string[];
  detail: Record<string, unknown>;
}

export const functionArn = 'arn:aws:lambda:us-east-1:111122223333:function:identify-caller';
export const ok = (payload: unknown, ms = 10): InvokeResult => ({ invocation: { ...anInvocation, ms }, payload });
export const ended = (outcome: 'error' | 'timeout' | 'refused', message: string, ms = 10): InvokeResult => ({
  invocation: { ...anInvocation, ms, outcome, message },
});
const anInvocation = {
  functionName: 'identify-caller',
  requestId: 'r',
  at: 0,
  ms: 10,
  outcome: 'ok' as const,
  requests: 0,
  read: 0,
  write: 0,
};

export interface Options {
  start?: string;
  /** Blocks of the inbound flow; the first one starts. */
  inbound?: Block[];
  /** Further flows: name → type and blocks. */
  flows?: Record<string, { type: string; blocks: Block[] }>;
  answer?: (payload: unknown) => InvokeResult | Promise<InvokeResult>;
  associated?: boolean;
  queue?: Record<string, unknown>;
  hours?: Record<string, unknown>;
  queueDelay?: number;
}

export type Block = {
  id: string;
  type: string;
  parameters?: Record<string, unknown>;
  next?: string;
  errors?: Record<string, string>;
  /** Operand → block. */
  when?: Record<string, string>;
  /** Of the conditions; Equals unless told. */
  operator?: string;
};

export const flowContent = (blocks: Block[]) =>
  JSON.stringify({
    Version: '2019-10-30',
    StartAction: blocks[0]?.id,
    Actions: blocks.map(({ id, type, parameters = {}, next, errors = {}, when = {}, operator = 'Equals' }) => ({
      Identifier: id,
      Type: type,
      Parameters: parameters,
      Transitions: {
        ...(next && { NextAction: next }),
        Errors: Object.entries(errors).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction })),
        Conditions: Object.entries(when).map(([operand, NextAction]) => ({
          NextAction,
          Condition: { Operator: operator, Operands: [operand] },
        })),
      },
    })),
  });

/** `${Queue}` and the names of the other flows stand for their ARNs. */
export const toQueue: Block[] = [
  {
    id: 'queue',
    type: 'UpdateContactTargetQueue',
    parameters: { QueueId: '${Queue}' },
    next: 'enter',
    errors: { NoMatchingError: 'bye' },
  },
  {
    id: 'enter',
    type: 'TransferContactToQueue',
    next: 'bye',
    errors: { NoMatchingError: 'bye', QueueAtCapacity: 'bye' },
  },
  { id: 'bye', type: 'DisconnectParticipant' },
];
export const says = (text: string, next: string, id = 'say'): Block => ({
  id,
  type: 'MessageParticipant',
  parameters: { Text: text },
  next,
  errors: { NoMatchingError: next },
});
export const bye: Block = { id: 'bye', type: 'DisconnectParticipant' };

export function anInstance(options: Options = {}) {
  const clock: ReturnType<typeof createClock> = makeClock({
    mode: 'free',
    start: Date.parse(options.start ?? '2026-11-20T15:00:00.250Z'),
  });
  const invoked: Invoked[] = [];
  const bus: ABusEvent[] = [];
  const records: { streamArn: string; partitionKey: string; record: object }[] = [];
  const functions: Functions = {
    async invoke(arn, payload, caller, invokeOptions) {
      invoked.push({ functionArn: arn, payload, caller, timeoutMs: invokeOptions?.timeoutMs });
      return (await options.answer?.(payload)) ?? ok({});
    },
    onInvocation() {},
  };
  let ids = 0;
  const connect = createConnect({
    clock,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    functions,
    bus: { put: (event) => void bus.push(event as ABusEvent) },
    streams: { put: (streamArn, partitionKey, record) => void records.push({ streamArn, partitionKey, record }) },
    region: 'us-east-1',
    account: '111122223333',
  });
  const instanceArn = connect.provision('AWS::Connect::Instance', 'Instance', {
    Attributes: { InboundCalls: true },
    IdentityManagementType: 'CONNECT_MANAGED',
    InstanceAlias: 'desk-test',
  }).ref;
  const make = (type: string, id: string, properties: Record<string, unknown>) =>
    connect.provision(`AWS::Connect::${type}`, id, { InstanceArn: instanceArn, ...properties }).ref;
  const hours = make('HoursOfOperation', 'Hours', {
    Name: 'Office',
    TimeZone: 'America/New_York',
    Config: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((Day) => ({
      Day,
      StartTime: { Hours: 8, Minutes: 0 },
      EndTime: { Hours: 18, Minutes: 0 },
    })),
    ...options.hours,
  });
  const queue = make('Queue', 'Desk', { Name: 'Service desk', HoursOfOperationArn: hours, ...options.queue });
  const billing = make('Queue', 'Billing', { Name: 'Billing', HoursOfOperationArn: hours });
  make('RoutingProfile', 'Profile', {
    Name: 'Agents',
    Description: 'd',
    DefaultOutboundQueueArn: queue,
    MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
    QueueConfigs: [queue, billing].map((QueueArn, index) => ({
      Priority: index + 1,
      Delay: options.queueDelay ?? 0,
      QueueReference: { QueueArn, Channel: 'VOICE' },
    })),
  });
  make('SecurityProfile', 'Listener', { SecurityProfileName: 'Listener', Permissions: ['BasicAgentAccess'] });
  if (options.associated !== false) {
    connect.provision('AWS::Connect::IntegrationAssociation', 'Function', {
      InstanceId: instanceArn,
      IntegrationType: 'LAMBDA_FUNCTION',
      IntegrationArn: functionArn,
    });
  }
  let arns: Record<string, string> = { Queue: queue, Billing: billing, Hours: hours, Function: functionArn };
  const fill = (content: string) =>
    content.replace(/\$\{(\w+)\}/g, (_, name: string) => arns[name] ?? `unknown ${name}`);
  for (const [name, flow] of Object.entries(options.flows ?? {})) {
    const arn = make('ContactFlow', name, { Name: name, Type: flow.type, Content: fill(flowContent(flow.blocks)) });
    arns = { ...arns, [name]: arn };
  }
  const inbound = make('ContactFlow', 'Inbound', {
    Name: 'Inbound',
    Type: 'CONTACT_FLOW',
    Content: fill(flowContent(options.inbound ?? toQueue)),
  });
  const number = connect.provision('AWS::Connect::PhoneNumber', 'Number', {
    TargetArn: instanceArn,
    CountryCode: 'US',
    Type: 'DID',
  });
  const to = number.attributes.Address ?? '';
  connect.addAgent({ username: 'ned', firstName: 'Ned', lastName: 'Flanders' });
  connect.addAgent({ username: 'beth', firstName: 'Beth', lastName: 'Sanchez' });

  const ask = async (method: string, path: string, body: unknown = {}) => {
    const response = await connect.api({ method, path, headers: {}, body: JSON.stringify(body) });
    return { status: response.status, body: JSON.parse(response.body || '{}') };
  };
  const link = () =>
    ask('PUT', `/phone-number/${encodeURIComponent(number.ref)}/contact-flow`, {
      InstanceId: instanceArn,
      ContactFlowId: inbound,
    });

  const agent = (username: string) => {
    const view = connect.agent(username);
    if (!view) throw new Error(`no agent ${username}`);
    return view;
  };
  const act = (username: string, operation: string, params: Record<string, unknown> = {}) => {
    const contact = agent(username).contacts[0];
    const side = params.side === 'customer' ? 1 : 0;
    return connect.act(username, {
      operation,
      params: { contactId: contact?.contactId, connectionId: contact?.connections[side]?.connectionId, ...params },
    });
  };
  return {
    connect,
    clock,
    bus,
    records,
    invoked,
    arns,
    instanceArn,
    inbound,
    number,
    to,
    ask,
    link,
    agent,
    act,
    becomes: (username: string, name: string, enqueueNextState = false) =>
      act(username, 'PutAgentState', { state: { name }, enqueueNextState }),
    /** Links the number and dials it. */
    async dial(from = '+12125550123'): Promise<Call> {
      await link();
      return connect.dial({ from, to });
    },
    until: (condition: () => boolean, limit?: number) => runUntil(connect, clock, condition, limit),
    events: () => bus.map((event) => event.detail.eventType),
  };
}

export const heard = (call: Call) => call.events.flatMap((event) => (event.kind === 'heard' ? [event.text] : []));
export const visited = (call: Call) => call.events.flatMap((event) => (event.kind === 'block' ? [event.id] : []));
export const faults = (call: Call) => call.events.flatMap((event) => (event.kind === 'fault' ? [event.message] : []));
export const whyOf = (call: Call, id: string) =>
  call.events.find((event) => event.kind === 'block' && event.id === id && event.why !== undefined);
