import type { InvokeResult } from '../../ports.ts';
import type { CallbackRequest } from '../exchange/callbacks.ts';
import type { WaitingPlace } from '../exchange/queues.ts';
import type { Contact } from '../exchange/world.ts';
import type { Action } from '../flow/document.ts';
import type { FlowEnd } from '../flow/interpreter.ts';
import type { Prompt } from '../flow/prompt.ts';
import type { Flow, Resources } from '../resources.ts';

/** Values that live as long as one flow runs. */
export interface FlowData {
  /** `$.External`: what the last function answered. */
  external?: Record<string, unknown>;
  /** `$.StoredCustomerInput`. */
  storedInput?: string;
  flowAttributes: Record<string, string>;
  /** Block id → rounds already made. */
  loops: Map<string, number>;
}

export interface Heard extends Prompt {
  menu: boolean;
}

/** An agent as blocks see them. */
export interface AgentSeen {
  arn: string;
  id: string;
  /** ARNs of the queues that the agent serves by the routing profile. */
  queueArns: string[];
  /** Not offline. */
  online: boolean;
  /** In a state in which calls come, also while talking, in after-call work or after a missed call. */
  staffed: boolean;
  /** A call would ring now. */
  available: boolean;
}

/** Everything that a block may do. Waiting ends by itself when the caller hangs up. */
export interface BlockContext {
  action: Action;
  flow: Flow;
  contact: Contact;
  data: FlowData;
  resources: Resources;
  region: string;
  /** Epoch ms of the instance's clock. */
  now(): number;
  /** The parameter with its references put in; empty for a reference that leads nowhere. */
  text(template: unknown): string;
  /** The prompt of a block's parameters or of one of its messages. */
  prompt(parameters: Record<string, unknown>): Prompt | undefined;
  /** Lasts as long as the prompt; the answer is the key that cut it short, if keys may. */
  play(prompt: Prompt, options?: { interruptible?: boolean; menu?: boolean }): Promise<string | undefined>;
  /** The next key within `ms`. */
  listen(ms: number): Promise<string | undefined>;
  pause(ms: number): Promise<void>;
  invoke(functionArn: string, payload: unknown, timeoutMs: number): Promise<InvokeResult>;
  /** A queue by ARN or id, an agent's own among them. */
  queue(arnOrId: string): WaitingPlace | undefined;
  /** When the contacts that wait in this queue came into it, epoch ms; an agent's own queue included. */
  waitingIn(queueArn: string): number[];
  /** Every agent of the instance. */
  agents(): AgentSeen[];
  /** Makes the contact that calls the customer back. */
  requestCallback(request: CallbackRequest): void;
  /** Says that something outside the flow is wrong, naming it. The flow goes on. */
  problem(message: string): void;
  /** The contact's user-defined attributes changed. */
  attributesChanged(): void;
}

export type BlockResult =
  | { kind: 'next'; why?: string }
  /** Compared with the block's conditions. */
  | { kind: 'outcome'; value: string }
  /** `onlyNamed`: the block has no NoMatchingError branch to fall back on. */
  | { kind: 'error'; error: string; why: string; onlyNamed?: boolean }
  | { kind: 'flow'; flow: Flow }
  | { kind: 'end'; end: FlowEnd };

export type Block = (context: BlockContext) => BlockResult | Promise<BlockResult>;

export const next: BlockResult = { kind: 'next' };
export const failed = (why: string): BlockResult => ({ kind: 'error', error: 'NoMatchingError', why });
/** A form of a block that AWS has and the emulator has not. */
export const notEmulated = ({ action, flow }: BlockContext, what: string): BlockResult => ({
  kind: 'end',
  end: { kind: 'fault', message: `not emulated: ${what} (block ${action.id} of flow "${flow.name}")` },
});
