/** A flow in the flow language of Amazon Connect, as far as the interpreter reads it. */
export interface FlowDocument {
  start: string;
  actions: Map<string, Action>;
}

export interface Action {
  id: string;
  type: string;
  parameters: Record<string, unknown>;
  next?: string;
  errors: { type: string; next: string }[];
  conditions: { operator: string; operands: string[]; next: string }[];
}

/**
 * Reads a flow's content. Throws an error that names the flow and the block when it is no flow of version 2019-10-30,
 * or leads to a block that is not there: AWS refuses such content when the flow is created.
 */
export function parseFlow(name: string, content: string): FlowDocument {
  const fail = (what: string): never => {
    throw new Error(`flow "${name}": ${what}`);
  };
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return fail('the content is no JSON');
  }
  if (!isObject(json) || !Array.isArray(json.Actions)) return fail('the content has no list of Actions');
  if (json.Version !== '2019-10-30') fail(`Version must be 2019-10-30, but it is ${JSON.stringify(json.Version)}`);
  const actions = new Map<string, Action>();
  for (const value of json.Actions) {
    if (!isObject(value) || typeof value.Identifier !== 'string' || typeof value.Type !== 'string') {
      return fail(`an action has no Identifier or Type: ${JSON.stringify(value)?.slice(0, 120)}`);
    }
    if (actions.has(value.Identifier)) fail(`two blocks are named ${value.Identifier}`);
    actions.set(value.Identifier, readAction(value, value.Identifier, value.Type));
  }
  const start = typeof json.StartAction === 'string' ? json.StartAction : fail('StartAction is missing');
  for (const target of [{ id: 'StartAction', to: start }, ...targets(actions)]) {
    if (!actions.has(target.to)) fail(`${target.id} leads to "${target.to}", which is not in the flow`);
  }
  return { start, actions };
}

function readAction(value: Record<string, unknown>, id: string, type: string): Action {
  const transitions = isObject(value.Transitions) ? value.Transitions : {};
  return {
    id,
    type,
    // DescribeContactFlow leaves the key out for blocks without parameters [seen in console exports].
    parameters: isObject(value.Parameters) ? value.Parameters : {},
    next: typeof transitions.NextAction === 'string' ? transitions.NextAction : undefined,
    errors: objects(transitions.Errors).map((error) => ({
      type: String(error.ErrorType),
      next: String(error.NextAction),
    })),
    conditions: objects(transitions.Conditions).map((condition) => {
      const test = isObject(condition.Condition) ? condition.Condition : {};
      return {
        operator: String(test.Operator),
        operands: Array.isArray(test.Operands) ? test.Operands.map(String) : [],
        next: String(condition.NextAction),
      };
    }),
  };
}

function targets(actions: Map<string, Action>): { id: string; to: string }[] {
  return [...actions.values()].flatMap((action) =>
    [action.next, ...action.errors.map((error) => error.next), ...action.conditions.map((condition) => condition.next)]
      .filter((to) => to !== undefined)
      .map((to) => ({ id: `block ${action.id}`, to })),
  );
}

const objects = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : []);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
