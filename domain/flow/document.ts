import { type FlowType, isFlowType } from './flow-types.ts';

/**
 * A flow as the rules see it: every part has its place and its type. `readFlow` makes it from text that may hold
 * anything; what cannot be read is reported and left out, so that the rules never meet a surprise.
 */
export interface Flow {
  version: unknown;
  startAction: unknown;
  hasSettings: boolean;
  /** What `Metadata.type` says, if it is a type as the API spells it; the console writes other words there. */
  declaredType?: FlowType;
  /** `Metadata.follows` names flows that lead here by TransferToFlow: what they set, as the queue, is set here. */
  follows: boolean;
  actions: Action[];
}

export interface Action {
  id: string;
  type: string;
  parameters: Parameters;
  /** Absent when the document has none. */
  next?: string;
  errors: { type: string; next: string }[];
  conditions: { operator: string; operands: string[]; next: string }[];
}

export type Parameters = Readonly<Record<string, unknown>>;

/** A part that could not be read. */
export interface Fault {
  block?: string;
  message: string;
}

/** Deeper than any view's data; a limit, because the rules walk values recursively. */
const maxDepth = 100;

/** Reads the text of a flow. Never throws; `flow` is absent when nothing could be read. */
export function readFlow(text: string): { flow?: Flow; faults: Fault[] } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { faults: [{ message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` }] };
  }
  if (isDeep(document)) return { faults: [{ message: `nests deeper than ${maxDepth} levels` }] };
  if (!isObject(document)) return { faults: [{ message: 'is not a JSON object' }] };
  if (!Array.isArray(document.Actions)) {
    const old = Array.isArray(document.modules);
    return {
      faults: [{ message: old ? 'is in the format before 2021 (modules and branches)' : 'has no list Actions' }],
    };
  }
  const faults: Fault[] = [];
  const metadata = isObject(document.Metadata) ? document.Metadata : {};
  const declaredType = metadata.type;
  const actions = document.Actions.map((value: unknown, index) => readAction(value, index, faults)).filter(
    (action) => action !== undefined,
  );
  return {
    flow: {
      version: document.Version,
      startAction: document.StartAction,
      hasSettings: Object.hasOwn(document, 'Settings'),
      ...(isFlowType(declaredType) && { declaredType }),
      follows: Array.isArray(metadata.follows) && metadata.follows.length > 0,
      actions,
    },
    faults,
  };
}

function readAction(value: unknown, index: number, faults: Fault[]): Action | undefined {
  if (!isObject(value) || typeof value.Identifier !== 'string' || typeof value.Type !== 'string') {
    faults.push({ message: `action ${index + 1} is not an object with the texts Identifier and Type` });
    return undefined;
  }
  const block = value.Identifier;
  const fault = (message: string) => faults.push({ block, message });
  const part = (of: Record<string, unknown>, key: string) => {
    // Exports omit Parameters where an action takes none.
    if (of[key] === undefined) return {};
    if (isObject(of[key])) return of[key];
    fault(`${key} is not an object`);
    return {};
  };
  const transitions = part(value, 'Transitions');
  const entries = (key: string) => {
    const list = transitions[key] ?? [];
    if (Array.isArray(list) && list.every(isObject)) return list;
    fault(`Transitions.${key} is not a list of objects`);
    return [];
  };
  const action: Action = {
    id: block,
    type: value.Type,
    parameters: part(value, 'Parameters'),
    errors: [],
    conditions: [],
  };
  if (typeof transitions.NextAction === 'string') action.next = transitions.NextAction;
  else if (transitions.NextAction !== undefined) fault('NextAction is not a text');
  for (const { ErrorType: type, NextAction: next } of entries('Errors')) {
    if (typeof type === 'string' && typeof next === 'string') action.errors.push({ type, next });
    else fault('an entry of Errors lacks the text ErrorType or NextAction');
  }
  for (const { Condition: condition, NextAction: next } of entries('Conditions')) {
    const operator = isObject(condition) ? condition.Operator : undefined;
    const operands = isObject(condition) ? condition.Operands : undefined;
    if (
      typeof operator === 'string' &&
      typeof next === 'string' &&
      Array.isArray(operands) &&
      operands.every(isScalar)
    ) {
      action.conditions.push({ operator, operands: operands.map(String), next });
    } else fault('an entry of Conditions lacks NextAction, Condition.Operator or the list Condition.Operands');
  }
  return action;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Exports write numbers and booleans as texts; the service also takes the JSON ones in places. */
export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Whether a switch is on: exports write `True`, `true` or `TRUE`. */
export function isOn(value: unknown): boolean {
  return isScalar(value) && String(value).toLowerCase() === 'true';
}

/** All texts in a value, keys of objects included, each with the way to it, e.g. `Attributes.name`. */
export function* textsIn(value: unknown, path = ''): Generator<{ path: string; text: string; isKey: boolean }> {
  if (typeof value === 'string') yield { path, text: value, isKey: false };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsIn(item, `${path}[${index}]`);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      yield { path: at, text: key, isKey: true };
      yield* textsIn(item, at);
    }
  }
}

/** Level by level, because recursion would be the very thing that breaks. */
function isDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true;
    const inner: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'object' && item !== null) for (const child of Object.values(item)) inner.push(child);
    }
    level = inner;
  }
  return false;
}
