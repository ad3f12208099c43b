/** Where intrinsic functions find what they name. */
export interface Scope {
  /** `Ref` of a resource, a parameter or a pseudo parameter. Throws when there is none. */
  ref(name: string): unknown;
  /** `Fn::GetAtt`. Throws, naming both, when the resource has no such attribute here. */
  attribute(logicalId: string, name: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
}

/** What `AWS::NoValue` resolves to: the property that holds it does not exist. */
export const noValue = Symbol('AWS::NoValue');

/**
 * A template's value with every intrinsic function carried out. Throws on one that is not emulated, naming it, so that
 * no template is run half understood.
 */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') {
    if (value.includes('{{resolve:')) throw new Error(`dynamic references are not emulated: ${value}`);
    return value;
  }
  if (Array.isArray(value)) return value.map((item) => evaluate(item, scope)).filter((item) => item !== noValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (only && (only[0] === 'Ref' || only[0] === 'Condition' || only[0].startsWith('Fn::'))) {
    const [name, argument] = only;
    const run = intrinsics[name];
    // `Condition` is an intrinsic only where its argument names one; policies have a key of that name.
    if (run && (name !== 'Condition' || typeof argument === 'string')) return run(argument, scope);
    if (name.startsWith('Fn::')) throw new Error(`${name} is not emulated`);
  }
  const result: Record<string, unknown> = {};
  for (const [key, item] of entries) {
    const resolved = evaluate(item, scope);
    if (resolved !== noValue) result[key] = resolved;
  }
  return result;
}

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const list = (argument: unknown, name: string): unknown[] => {
  if (!Array.isArray(argument)) throw new Error(`${name} takes a list, not ${JSON.stringify(argument)}`);
  return argument;
};

const text = (value: unknown, what: string): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${what} must be text, not ${JSON.stringify(value)}`);
};

const holds = (argument: unknown, scope: Scope) => {
  const value = evaluate(argument, scope);
  if (typeof value !== 'boolean') throw new Error(`${JSON.stringify(argument)} is no condition`);
  return value;
};

const intrinsics: Record<string, Intrinsic> = {
  Ref: (name, scope) => (name === 'AWS::NoValue' ? noValue : scope.ref(text(name, 'Ref'))),
  'Fn::GetAtt': (argument, scope) => {
    const [id, ...path] = typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt');
    const attribute = path.map((part) => text(evaluate(part, scope), 'an attribute name')).join('.');
    return scope.attribute(text(id, 'Fn::GetAtt'), attribute);
  },
  'Fn::Join': (argument, scope) => {
    const [separator, items] = list(argument, 'Fn::Join');
    return list(evaluate(items, scope), 'Fn::Join')
      .map((item) => text(item, 'a part of Fn::Join'))
      .join(text(separator, 'the separator of Fn::Join'));
  },
  'Fn::Sub': (argument, scope) => {
    const [template, own] = typeof argument === 'string' ? [argument, {}] : list(argument, 'Fn::Sub');
    const names = (own ?? {}) as Record<string, unknown>;
    return text(template, 'Fn::Sub').replace(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const key = name.trim();
      if (key in names) return text(evaluate(names[key], scope), `\${${key}}`);
      const dot = key.indexOf('.');
      const value = dot < 0 ? scope.ref(key) : scope.attribute(key.slice(0, dot), key.slice(dot + 1));
      return text(value, `\${${key}}`);
    });
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list(argument, 'Fn::Select');
    const among = list(evaluate(items, scope), 'Fn::Select');
    const chosen = among[Number(evaluate(index, scope))];
    if (chosen === undefined) throw new Error(`Fn::Select: no item ${JSON.stringify(index)} in ${among.length}`);
    return chosen;
  },
  'Fn::Split': (argument, scope) => {
    const [separator, whole] = list(argument, 'Fn::Split');
    return text(evaluate(whole, scope), 'Fn::Split').split(text(separator, 'the separator of Fn::Split'));
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list(argument, 'Fn::FindInMap').map((part) =>
      text(evaluate(part, scope), 'a key of Fn::FindInMap'),
    );
    return scope.mapping(map ?? '', first ?? '', second ?? '');
  },
  'Fn::Base64': (argument, scope) =>
    Buffer.from(text(evaluate(argument, scope), 'Fn::Base64'), 'utf8').toString('base64'),
  'Fn::If': (argument, scope) => {
    const [condition, yes, no] = list(argument, 'Fn::If');
    return evaluate(scope.condition(text(condition, 'Fn::If')) ? yes : no, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(argument, 'Fn::Equals').map((side) => evaluate(side, scope));
    return JSON.stringify(left) === JSON.stringify(right);
  },
  'Fn::And': (argument, scope) => list(argument, 'Fn::And').every((part) => holds(part, scope)),
  'Fn::Or': (argument, scope) => list(argument, 'Fn::Or').some((part) => holds(part, scope)),
  'Fn::Not': (argument, scope) => !holds(list(argument, 'Fn::Not')[0], scope),
  Condition: (argument, scope) => scope.condition(text(argument, 'Condition')),
};
