import { specOf } from '../actions/index.ts';
import { type Conditions, type Errors, operators } from '../actions/spec.ts';
import type { Action } from '../document.ts';
import { didYouMean } from '../names.ts';
import { holdsPlaceholder } from '../placeholders.ts';
import { eachAction, type Rule } from './rule.ts';

/** Errors and conditions that each action must, may and must not have. */
export const transitionRules: Rule[] = [
  {
    id: 'V10',
    level: 'error',
    rule: 'Errors that an action must handle have their transition',
    remedy: 'Add the entry to Transitions.Errors.',
    check: eachAction((action) => {
      const present = new Set(action.errors.map(({ type }) => type));
      return (errorsOf(action)?.required ?? [])
        .filter((type) => !present.has(type))
        .map((type) => ({ message: `${action.type} lacks the error ${type}` }));
    }),
  },
  {
    id: 'V11',
    level: 'error',
    rule: 'An action has no errors but its own',
    remedy: 'Take the entry out of Transitions.Errors.',
    check: eachAction((action) => {
      const errors = errorsOf(action);
      if (!errors) return [];
      const allowed = [...errors.required, ...(errors.optional ?? [])];
      return action.errors
        .filter(({ type }) => !allowed.includes(type))
        .map(({ type }) => {
          const remedy = didYouMean(type, allowed);
          return { message: `${action.type} refuses the error ${JSON.stringify(type)}`, ...(remedy && { remedy }) };
        });
    }),
  },
  {
    id: 'V12',
    level: 'error',
    rule: 'Conditions are of the kind, and compare with the values, that the action allows',
    remedy: 'Use the conditions that the action supports.',
    check: eachAction((action) => {
      const conditions = conditionsOf(action);
      if (conditions === 'any') return [];
      if (!conditions) {
        return action.conditions.length > 0 ? [{ message: `${action.type} supports no conditions here` }] : [];
      }
      return [...missingConditions(action, conditions), ...wrongConditions(action, conditions)];
    }),
  },
];

function errorsOf(action: Action): Errors | undefined {
  const errors = specOf(action.type)?.errors;
  if (errors === 'any') return undefined;
  return typeof errors === 'function' ? errors(action) : errors;
}

function conditionsOf(action: Action): Conditions | 'any' | undefined {
  const spec = specOf(action.type);
  if (!spec) return 'any';
  return typeof spec.conditions === 'function' ? spec.conditions(action) : spec.conditions;
}

function missingConditions(action: Action, { all = [] }: Conditions) {
  const present = new Set(action.conditions.flatMap(({ operands }) => operands));
  return all
    .filter((operand) => !present.has(operand))
    .map((operand) => ({ message: `${action.type} lacks the condition ${operand}` }));
}

function wrongConditions(action: Action, allowed: Conditions) {
  return action.conditions.flatMap(({ operator, operands }) => {
    const [operand] = operands;
    if (!(allowed.operators as readonly string[]).includes(operator)) {
      const remedy = didYouMean(operator, operators);
      return [
        { message: `${action.type} refuses the operator ${JSON.stringify(operator)}`, ...(remedy && { remedy }) },
      ];
    }
    if (operands.length !== 1 || operand === undefined) {
      return [
        { message: `${operator} has ${operands.length} operands`, remedy: 'Write a condition for each operand.' },
      ];
    }
    if (operand === '') {
      return [{ message: `${operator} compares with an empty text`, remedy: 'Compare with a word that means empty.' }];
    }
    return allowed.operands && !allowed.operands.includes(operand) && !holdsPlaceholder(operand)
      ? [{ message: `${action.type} cannot have the outcome ${JSON.stringify(operand)}` }]
      : [];
  });
}
