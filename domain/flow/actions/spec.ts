import type { Action, Parameters } from '../document.ts';

/**
 * What is known of an action type. Source: answers of the live API as public projects recorded them, then console
 * exports, then the Developer Guide, then the Administrator Guide; where they differ, the earlier one holds.
 */
export interface ActionSpec {
  /** Keys of `Parameters`. */
  parameters: Readonly<Record<string, Kind>>;
  /** The published list of keys is not complete, so an unknown one is no fault. */
  open?: true;
  required?: readonly string[];
  /** Of these keys exactly one, or at most one, may be there. */
  exactlyOne?: readonly string[];
  atMostOne?: readonly string[];
  /** Keys that one would expect but the service refuses, each with what to do instead. */
  refused?: Readonly<Record<string, string>>;
  /** Whether the action speaks: exactly one of Text, SSML, PromptId and Media, or at most one. */
  prompt?: 'one' | 'optional';
  /** Entries of `Errors`; what is in neither list is refused. 'any' when nothing is published. */
  errors: Errors | 'any' | ((action: Action) => Errors);
  /** Absent: the action supports no conditions. 'any' when nothing is published. */
  conditions?: Conditions | 'any' | ((action: Action) => Conditions | undefined);
  /**
   * How the flow ends here: `terminal` has no transitions at all; `leaves` goes on elsewhere on success, so NextAction
   * is inert; `waits` stays until someone else acts, and needs no NextAction.
   */
  end?: 'terminal' | 'leaves' | 'waits';
  /** Where it may be used, a letter for each flow type (flow-types.ts). */
  flows: string;
}

/** `text`: one scalar; `map`: names to texts; `free`: any structure; an object: exactly these keys. */
export type Kind = 'text' | 'map' | 'list' | 'free' | { readonly [key: string]: Kind };

export interface Errors {
  required: readonly string[];
  optional?: readonly string[];
}

export interface Conditions {
  operators: readonly Operator[];
  /** Operands that may be compared with; any other is refused. Absent: free. */
  operands?: readonly string[];
  /** Operands of which each must have its condition. */
  all?: readonly string[];
}

export const operators = [
  'Equals',
  'TextStartsWith',
  'TextEndsWith',
  'TextContains',
  'NumberGreaterThan',
  'NumberGreaterOrEqualTo',
  'NumberLessThan',
  'NumberLessOrEqualTo',
  'KeyExists',
] as const;

export type Operator = (typeof operators)[number];

export type ActionTable = Readonly<Record<string, ActionSpec>>;

export const everywhere = 'yyyyyyyyyy';
export const noError: Errors = { required: [] };
export const noMatchingError: Errors = { required: ['NoMatchingError'] };
export const mayMiss: Errors = { required: [], optional: ['NoMatchingError'] };
export const equals: Conditions = { operators: ['Equals'] };

/** The sources of a prompt; each action that speaks takes them. */
export const promptKeys = {
  Text: 'text',
  SSML: 'text',
  PromptId: 'text',
  Media: { Uri: 'text', SourceType: 'text', MediaType: 'text' },
} as const satisfies Record<string, Kind>;

/** A parameter that may be missing, written for lookups of values. */
export function has(parameters: Parameters, key: string): boolean {
  return parameters[key] !== undefined && Object.hasOwn(parameters, key);
}
