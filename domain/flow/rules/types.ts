import { specOf } from '../actions/index.ts';
import { allowance } from '../flow-types.ts';
import { eachAction, type Rule } from './rule.ts';

/** What depends on the flow's type; without one these rules find nothing. */
export const typeRules: Rule[] = [
  {
    id: 'V19',
    level: 'error',
    rule: 'An action is used only in flow types that allow it; where the guides disagree it is doubtful',
    remedy: 'Use another action, or another type of flow.',
    check: eachAction((action, { type }) => {
      const spec = specOf(action.type);
      if (!type || !spec) return [];
      const allowed = allowance(spec.flows, type);
      if (allowed === 'y') return [];
      return allowed === 'a'
        ? [{ level: 'warn', message: `only one of the guides allows ${action.type} in ${type}` }]
        : [{ message: `${action.type} is refused in ${type}` }];
    }),
  },
  {
    id: 'V24',
    level: 'error',
    rule: 'Settings are in every module and in no flow',
    remedy: 'Keep Settings in modules only; a module without a contract has empty lists there.',
    check: ({ flow, type }) => {
      if (!type || flow.hasSettings === (type === 'MODULE')) return [];
      return [{ message: flow.hasSettings ? 'is a flow and has Settings' : 'is a module and lacks Settings' }];
    },
  },
];
