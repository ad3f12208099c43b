import { specOf } from './actions/index.ts';
import { has } from './actions/spec.ts';
import type { Action, Flow } from './document.ts';

/** Every place that an action's transitions name, with how the document calls the way there. */
export function transitionsOf(action: Action): { label: string; to: string }[] {
  return [
    ...(action.next === undefined ? [] : [{ label: 'NextAction', to: action.next }]),
    ...action.errors.map(({ type, next }) => ({ label: type, to: next })),
    ...action.conditions.map(({ operands, next }) => ({ label: operands.join(' '), to: next })),
  ];
}

/**
 * Whether success follows NextAction. Where an action branches or leaves the flow, NextAction is inert: the console
 * writes a copy of one of the branches into it.
 */
function followsNext(action: Action): boolean {
  if (specOf(action.type)?.end === 'leaves') return false;
  return action.conditions.length === 0 && !action.errors.some(({ type }) => type === 'NoMatchingCondition');
}

/** Where a call can go on in this flow after an action; `success` leaves out the errors that mean it failed. */
export function waysOn(action: Action): { success: string[]; failure: string[] } {
  const failures = action.errors.filter(({ type }) => type !== 'NoMatchingCondition');
  return {
    success: [
      ...(followsNext(action) && action.next !== undefined ? [action.next] : []),
      ...action.conditions.map(({ next }) => next),
      ...action.errors.filter(({ type }) => type === 'NoMatchingCondition').map(({ next }) => next),
    ],
    failure: failures.map(({ next }) => next),
  };
}

/** Actions by identifier; of two with the same one, the first. */
export function actionsById(flow: Flow): Map<string, Action> {
  return new Map(flow.actions.map((action): [string, Action] => [action.id, action]).reverse());
}

/** Identifiers that can be reached from the start; `ways` says where a call may go on after an action. */
export function reachable(flow: Flow, ways = everyWay): Set<string> {
  const byId = actionsById(flow);
  const seen = new Set<string>();
  const waiting = typeof flow.startAction === 'string' ? [flow.startAction] : [];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const action = byId.get(id);
    if (!action || seen.has(id)) continue;
    seen.add(id);
    waiting.push(...ways(action));
  }
  return seen;
}

export function everyWay(action: Action): string[] {
  const { success, failure } = waysOn(action);
  return [...success, ...failure];
}

/** Whether a flow may come to rest here: it ends, goes on elsewhere, or waits for somebody. */
export function rests(action: Action): boolean {
  const spec = specOf(action.type);
  // A type that the table does not know is reported as such; what it leads to is nobody's guess.
  return spec === undefined || spec.end !== undefined;
}

/** Identifiers from which a place of rest can be reached; a way that leads nowhere is another rule's. */
export function canRest(flow: Flow): Set<string> {
  const ids = new Set(flow.actions.map(({ id }) => id));
  const from = new Map<string, string[]>();
  for (const action of flow.actions) {
    for (const to of everyWay(action)) {
      const origins = from.get(to);
      if (origins) origins.push(action.id);
      else from.set(to, [action.id]);
    }
  }
  const seen = new Set<string>();
  const isLoose = (action: Action) =>
    !everyWay(action).some((to) => ids.has(to)) || everyWay(action).some((to) => !ids.has(to));
  const waiting = flow.actions.filter((action) => rests(action) || isLoose(action)).map(({ id }) => id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(from.get(id) ?? []));
  }
  return seen;
}

/** Whether an action relies on the working queue because it names no other. */
export function needsQueue(action: Action): boolean {
  const { type, parameters } = action;
  if (type === 'TransferContactToQueue') return true;
  if (type === 'CheckHoursOfOperation') return !has(parameters, 'HoursOfOperationId');
  return (
    ['CheckMetricData', 'GetMetricData', 'CreateCallbackContact'].includes(type) &&
    !has(parameters, 'QueueId') &&
    !has(parameters, 'AgentId')
  );
}
