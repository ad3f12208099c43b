import type { Action, Fault, Flow } from '../document.ts';
import type { FlowType } from '../flow-types.ts';

/** `error`: the service refuses the flow. `warn`: it takes the flow, but a caller may suffer. */
export type Level = 'error' | 'warn';

/** One thing that a rule found; what it leaves out comes from the rule. */
export interface Break {
  /** Identifier of the action; absent when the whole document is meant. */
  block?: string;
  message: string;
  level?: Level;
  remedy?: string;
}

export interface Context {
  flow: Flow;
  faults: Fault[];
  /** Absent: unknown, and the rules that need it find nothing. */
  type?: FlowType;
  /** Our own flow: it may use our placeholders and nothing else in their place. */
  own: boolean;
  /** Contact attributes that other flows write. */
  inherited: ReadonlySet<string>;
  /** The document as text, for what is not bound to a place in it. */
  text: string;
}

export interface Rule {
  id: string;
  level: Level;
  /** What must be so, for people. */
  rule: string;
  remedy: string;
  check(context: Context): Break[];
}

/** A rule that looks at one action after the other. */
export function eachAction(check: (action: Action, context: Context) => Omit<Break, 'block'>[]): Rule['check'] {
  return (context) =>
    context.flow.actions.flatMap((action) => check(action, context).map((found) => ({ block: action.id, ...found })));
}
