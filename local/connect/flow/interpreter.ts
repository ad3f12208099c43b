import { blocks } from '../blocks/registry.ts';
import type { BlockContext, BlockResult, FlowData, Heard } from '../blocks/types.ts';
import { type Flow, find } from '../resources.ts';
import { firstTrue } from './conditions.ts';
import { type Action, type FlowDocument, parseFlow } from './document.ts';
import { promptOf } from './prompt.ts';
import { resolveText } from './references.ts';
import { scopeOf } from './scope.ts';

/** How a run of flows came to its end. */
export type FlowEnd =
  /** TransferContactToQueue took the contact. */
  | { kind: 'queued' }
  /** DequeueContactAndTransferToQueue: a new contact segment goes on in this queue, and this contact ends. */
  | { kind: 'moved'; queueArn: string }
  /** EndFlowExecution: what follows depends on the kind of flow. */
  | { kind: 'ended' }
  | { kind: 'disconnected' }
  /** An error without a branch for it [docs: the flow stops; the contact's fate depends on the kind of flow]. */
  | { kind: 'failed'; why: string }
  /** The emulator cannot go on and says why. */
  | { kind: 'fault'; message: string }
  /** Someone else ended it: a hang-up, an agent who joined. */
  | { kind: 'stopped' };

export interface FlowRun {
  done: Promise<FlowEnd>;
  press(key: string): void;
  stop(): void;
}

/** What a run needs of the contact and of the world around it. */
export interface FlowHost
  extends Pick<
    BlockContext,
    | 'contact'
    | 'resources'
    | 'region'
    | 'now'
    | 'invoke'
    | 'waitingIn'
    | 'queue'
    | 'agents'
    | 'requestCallback'
    | 'problem'
    | 'attributesChanged'
  > {
  after(ms: number, task: () => void): () => void;
  heard(heard: Heard): void;
  /** A block starts; the answer is told how it ended. */
  enter(block: { flow: string; id: string; type: string }): (end: { next?: string; why?: string }) => void;
}

class Stopped extends Error {}

/** A loop of blocks that take no time would never let go. */
const mostBlocks = 2_000;

/** Starts a flow. It runs by itself, waiting on the host's clock and functions, until `done` says how it ended. */
export function startFlow(flow: Flow, host: FlowHost): FlowRun {
  let stopped = false;
  let endStopped: (end: FlowEnd) => void = () => {};
  const stop = new Promise<FlowEnd>((resolve) => {
    endStopped = resolve;
  });
  let cancelWait = () => {};
  let onKey: ((key: string) => void) | undefined;

  /** Waits `ms`; a key ends it early. Keys pressed while nothing listens are lost, as on AWS without buffering [docs]. */
  const listen = (ms: number, keys: boolean) =>
    new Promise<string | undefined>((resolve, reject) => {
      if (stopped) return reject(new Stopped());
      const end = (key?: string) => {
        onKey = undefined;
        cancelWait();
        resolve(key);
      };
      cancelWait = host.after(ms, end);
      if (keys) onKey = end;
    });

  const resolve = (data: FlowData) => (template: unknown) => resolveText(template, scopeOf(host, data));
  const context = (inFlow: Flow, action: Action, data: FlowData): BlockContext => ({
    ...host,
    action,
    flow: inFlow,
    data,
    text: resolve(data),
    prompt: (parameters) => promptOf(parameters, resolve(data), (arn) => find(host.resources.prompts, arn)?.name),
    listen: (ms) => listen(ms, true),
    async pause(ms) {
      await listen(ms, false);
    },
    async play(prompt, options) {
      host.heard({ ...prompt, menu: options?.menu ?? false });
      return listen(prompt.ms, options?.interruptible ?? false);
    },
    async invoke(...call) {
      const result = await host.invoke(...call);
      if (stopped) throw new Stopped();
      return result;
    },
  });

  async function run(): Promise<FlowEnd> {
    let current: { flow: Flow; document: FlowDocument } = { flow, document: parseFlow(flow.name, flow.content) };
    let data: FlowData = { flowAttributes: {}, loops: new Map() };
    let at: string | undefined = current.document.start;
    for (let count = 0; at !== undefined; count++) {
      if (stopped) return { kind: 'stopped' };
      if (count === mostBlocks) return { kind: 'fault', message: `flow "${flow.name}" runs in circles` };
      const action: Action | undefined = current.document.actions.get(at);
      if (!action) return { kind: 'fault', message: `flow "${current.flow.name}" has no block ${at}` };
      const block = blocks[action.type];
      const leave = host.enter({ flow: current.flow.name, id: action.id, type: action.type });
      if (!block) {
        const message = `not emulated: block type ${action.type} (block ${action.id} of flow "${current.flow.name}")`;
        leave({ why: message });
        return { kind: 'fault', message };
      }
      const result: BlockResult = await block(context(current.flow, action, data));
      if (result.kind === 'flow') {
        leave({ next: result.flow.name });
        // Flow attributes live in one flow; that the rest goes too is a choice [assumed: AWS does not document it].
        data = { flowAttributes: {}, loops: new Map() };
        current = { flow: result.flow, document: parseFlow(result.flow.name, result.flow.content) };
        at = current.document.start;
        continue;
      }
      const step = follow(action, result, resolve(data));
      leave({ next: step.next, why: step.why });
      if (step.end) return step.end;
      at = step.next;
    }
    return { kind: 'failed', why: 'the last block leads nowhere' };
  }

  const done = Promise.race([
    stop,
    run().catch((problem: unknown): FlowEnd => {
      if (problem instanceof Stopped) return { kind: 'stopped' };
      return { kind: 'fault', message: problem instanceof Error ? problem.message : String(problem) };
    }),
  ]);
  return {
    done,
    press: (key) => onKey?.(key),
    stop() {
      stopped = true;
      onKey = undefined;
      cancelWait();
      endStopped({ kind: 'stopped' });
    },
  };
}

interface Step {
  next?: string;
  why?: string;
  end?: FlowEnd;
}

/**
 * Where a block's result leads: the branch of its error, else NoMatchingError; the first condition that holds, else
 * NoMatchingCondition; else NextAction. Branching blocks carry a NextAction too, which means nothing there [docs].
 */
function follow(action: Action, result: Exclude<BlockResult, { kind: 'flow' }>, text: (value: string) => string): Step {
  const branch = (type: string) => action.errors.find((error) => error.type === type)?.next;
  if (result.kind === 'next') return { next: action.next, why: result.why };
  if (result.kind === 'end') return { end: result.end };
  if (result.kind === 'outcome') {
    const holds = firstTrue(action.conditions, result.value, text);
    const next = holds?.next ?? branch('NoMatchingCondition');
    if (next) return { next, why: result.value };
    const why = `no condition holds for "${result.value}" and there is no NoMatchingCondition branch`;
    return { why, end: { kind: 'failed', why } };
  }
  const next = branch(result.error) ?? (result.onlyNamed ? undefined : branch('NoMatchingError'));
  if (next) return { next, why: `${result.error}: ${result.why}` };
  // An old prompt block without an error branch always goes on [docs].
  if (action.type === 'MessageParticipant' && action.next) return { next: action.next, why: result.why };
  const why = `${result.error} without a branch for it: ${result.why}`;
  return { why, end: { kind: 'failed', why } };
}
