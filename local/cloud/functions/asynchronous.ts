import type { Clock, InvokeResult } from '../../ports.ts';
import type { LocalFunctions } from './functions.ts';
import type { Invoker } from './permissions.ts';

/** How often Lambda tries again after a fault, and where the event goes in the end (AWS::Lambda::EventInvokeConfig). */
export interface RetryRule {
  /** Two unless the template says otherwise. */
  attempts: number;
  /** Takes the event and the reason after the last attempt. */
  onFailure?: (payload: unknown, why: string) => void;
}

/** Lambda waits one minute before the first retry and two before the second. */
const waits = [60_000, 120_000] as const;

export interface AsyncInvocations {
  /** By function name. */
  setRule(functionName: string, rule: RetryRule): void;
  /**
   * Hands an event over. Answers the first attempt: retries go on by the instance's clock. `caller` is absent when the
   * right to invoke was checked elsewhere.
   */
  invoke(functionName: string, payload: unknown, caller?: Invoker): Promise<InvokeResult>;
  /** Whether something runs; a retry that waits for its time does not count. */
  busy(): boolean;
  /** Resolves when nothing runs; retries that wait for their time do not count. */
  idle(): Promise<void>;
}

/** Lambda's asynchronous invocation: a fault of the function is tried again; a refusal is not. */
export function createAsyncInvocations(functions: LocalFunctions, clock: Clock): AsyncInvocations {
  const rules = new Map<string, RetryRule>();
  const once = (name: string, payload: unknown, caller?: Invoker) => {
    const definition = functions.find(name);
    if (caller || !definition) return functions.invoke(name, payload, caller ?? { principal: 'lambda.amazonaws.com' });
    return functions.run(definition, payload);
  };
  const running = new Set<Promise<unknown>>();
  const attempt = (name: string, payload: unknown, caller: Invoker | undefined, number: number) => {
    const run = tryOnce(name, payload, caller, number);
    running.add(run);
    void run.finally(() => running.delete(run));
    return run;
  };
  const tryOnce = async (name: string, payload: unknown, caller: Invoker | undefined, number: number) => {
    const result = await once(name, payload, caller);
    const { outcome, message } = result.invocation;
    if (outcome === 'ok' || outcome === 'refused') return result;
    const rule = rules.get(result.invocation.functionName) ?? { attempts: 2 };
    if (number < rule.attempts) {
      clock.after(waits[number] ?? waits[1], () => void attempt(name, payload, caller, number + 1));
    } else rule.onFailure?.(payload, message ?? outcome);
    return result;
  };
  return {
    setRule: (functionName, rule) => void rules.set(functionName, rule),
    invoke: (functionName, payload, caller) => attempt(functionName, payload, caller, 0),
    busy: () => running.size > 0,
    async idle() {
      while (running.size) await Promise.allSettled(running);
    },
  };
}
