import { randomUUID } from 'node:crypto';
import type { Clock, Functions, Invocation, InvokeResult } from '../../ports.ts';
import { noUsage } from '../dynamodb/capacity.ts';
import type { Place, Problems } from '../types.ts';
import { createFunctionFaults, type FunctionFaults, runWithFault } from './faults.ts';
import { type Invoker, invokeRefusal, type Permission } from './permissions.ts';
import type { Pool } from './pool.ts';
import type { FunctionDefinition } from './types.ts';
import { within } from './within.ts';

/** The functions of the template. */
export interface LocalFunctions extends Functions {
  add(definition: FunctionDefinition): void;
  permit(permission: Permission): void;
  find(arnOrName: string): FunctionDefinition | undefined;
  /** Runs without asking whether somebody may: for callers whose right was checked elsewhere. */
  run(definition: FunctionDefinition, payload: unknown, options?: { timeoutMs?: number }): Promise<InvokeResult>;
  /** Starts a process of every function that the principal may invoke, so that a first caller does not wait for it. */
  warm(principal: string): void;
  /** Trouble on request; none unless somebody asks. */
  faults: FunctionFaults;
}

export interface FunctionsPorts {
  pool: Pool;
  clock: Clock;
  place: Place;
  problems: Problems;
}

export function createFunctions({ pool, clock, place, problems }: FunctionsPorts): LocalFunctions {
  const definitions = new Map<string, FunctionDefinition>();
  const permissions: Permission[] = [];
  const faults = createFunctionFaults(() =>
    [...definitions.values()].flatMap(({ name, named }) => (named ? [name] : [])).sort(),
  );
  const listeners: ((invocation: Invocation) => void)[] = [];

  const find = (arnOrName: string) => definitions.get(nameOf(arnOrName));
  const report = (invocation: Invocation) => {
    if (invocation.outcome !== 'ok') {
      problems.add(`${invocation.functionName}: ${invocation.outcome}: ${invocation.message}`);
    }
    for (const listener of listeners) listener(invocation);
  };
  const refuse = (functionName: string, message: string): InvokeResult => {
    const requestId = randomUUID();
    const base = { functionName, requestId, at: clock.now(), ms: 0, ...noUsage() };
    const invocation: Invocation = { ...base, outcome: 'refused', message };
    report(invocation);
    return { invocation };
  };

  const run: LocalFunctions['run'] = async (definition, payload, options = {}) => {
    const requestId = randomUUID();
    const at = clock.now();
    const began = performance.now();
    let used = noUsage;
    const event = { requestId, payload: JSON.stringify(payload ?? null), offsetMs: clock.offset() };
    const start = () =>
      pool.run(definition, event, (process) => {
        used = () => process.usage;
      });
    const fault = faults.of(definition.name);
    const running = fault ? runWithFault(fault, definition.timeoutMs, start) : start();
    const limit = options.timeoutMs ?? Number.POSITIVE_INFINITY;
    const outcome = await within(running, limit);
    const base = { functionName: definition.name, requestId, at, ms: Math.round(performance.now() - began), ...used() };
    if (outcome?.kind === 'ok') {
      const invocation: Invocation = { ...base, outcome: 'ok' };
      report(invocation);
      return { invocation, payload: outcome.payload };
    }
    const message =
      outcome?.kind === 'error'
        ? outcome.message
        : outcome
          ? `ran into its timeout of ${definition.timeoutMs / 1000} s`
          : `gave no answer within the ${limit / 1000} s that its caller waits`;
    const invocation: Invocation = { ...base, outcome: outcome?.kind === 'error' ? 'error' : 'timeout', message };
    report(invocation);
    return { invocation };
  };

  return {
    faults,
    add: (definition) => void definitions.set(definition.name, definition),
    permit: (permission) => void permissions.push(permission),
    find,
    run,
    async invoke(arnOrName: string, payload: unknown, caller: Invoker, options) {
      const definition = find(arnOrName);
      if (!definition) return refuse(nameOf(arnOrName), 'the template has no function of this name');
      const refusal = invokeRefusal(permissions, definition.name, caller, place.account);
      return refusal ? refuse(definition.name, refusal) : run(definition, payload, options);
    },
    onInvocation: (listener) => void listeners.push(listener),
    warm(principal) {
      const names = permissions.filter((one) => one.principal === principal).map(({ functionName }) => functionName);
      for (const name of new Set(names)) {
        const definition = definitions.get(name);
        if (definition) pool.warm(definition);
      }
    },
  };
}

/** A function's name from its name, its ARN (also with a version) or the URI by which API Gateway names it. */
export function nameOf(arnOrName: string): string {
  const [, arn] = /\/functions\/(arn:[^/]+)\/invocations$/.exec(arnOrName) ?? [];
  const parts = (arn ?? arnOrName).split(':');
  return parts.length >= 7 ? (parts[6] ?? '') : arnOrName;
}
