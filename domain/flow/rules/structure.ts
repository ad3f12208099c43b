import { actionTypes, specOf } from '../actions/index.ts';
import { actionsById, canRest, everyWay, needsQueue, reachable, transitionsOf, waysOn } from '../graph.ts';
import { didYouMean } from '../names.ts';
import { eachAction, type Rule } from './rule.ts';

const maxActions = 250;
const maxIdentifier = 50;
const reserved = new Set([
  '__proto__',
  'constructor',
  '__defineGetter__',
  '__defineSetter__',
  'toString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'valueOf',
]);

/** The document, its actions, and the ways between them. */
export const structureRules: Rule[] = [
  {
    id: 'D01',
    level: 'error',
    rule: 'The document is a flow in JSON and every part has the right shape',
    remedy: 'Compare with a flow exported by the API (DescribeContactFlow).',
    check: ({ faults }) => faults,
  },
  {
    id: 'V01',
    level: 'error',
    rule: 'Version is 2019-10-30',
    remedy: 'Write "Version": "2019-10-30".',
    check: ({ flow }) =>
      flow.version === '2019-10-30' ? [] : [{ message: `Version is ${JSON.stringify(flow.version) ?? 'missing'}` }],
  },
  {
    id: 'V02',
    level: 'error',
    rule: 'StartAction names an action',
    remedy: 'Write the Identifier of the first action.',
    check: ({ flow }) =>
      flow.actions.some(({ id }) => id === flow.startAction)
        ? []
        : [{ message: `StartAction ${JSON.stringify(flow.startAction) ?? '(missing)'} is no action` }],
  },
  {
    id: 'V03',
    level: 'error',
    rule: 'Identifiers are unique',
    remedy: 'Rename one of the actions.',
    check: ({ flow }) => {
      const seen = new Set<string>();
      return flow.actions.flatMap(({ id }) => {
        if (!seen.has(id)) {
          seen.add(id);
          return [];
        }
        return [{ block: id, message: 'Identifier is used twice' }];
      });
    },
  },
  {
    id: 'V04',
    level: 'error',
    rule: 'Identifiers have 1 to 50 characters, none of %:()/\\=$,;[]{}, and are no name that JavaScript reserves',
    remedy: 'Use words and hyphens.',
    check: eachAction(({ id }) => {
      if (id === '' || id.length > maxIdentifier) return [{ message: `Identifier has ${id.length} characters` }];
      if (reserved.has(id)) return [{ message: 'Identifier is a reserved name' }];
      const bad = /[%:()/\\=$,;[\]{}]/.exec(id)?.[0];
      return bad === undefined ? [] : [{ message: `Identifier contains ${bad}` }];
    }),
  },
  {
    id: 'V05',
    level: 'error',
    rule: `A flow has at most ${maxActions} actions`,
    remedy: 'Move a part into a module or another flow.',
    check: ({ flow }) => (flow.actions.length > maxActions ? [{ message: `has ${flow.actions.length} actions` }] : []),
  },
  {
    id: 'V06',
    level: 'error',
    rule: 'Every action is of a type that the service knows',
    remedy: 'Use a type of the flow language.',
    check: eachAction(({ type }) =>
      specOf(type) ? [] : [{ message: `unknown type ${JSON.stringify(type)}`, ...hint(didYouMean(type, actionTypes)) }],
    ),
  },
  {
    id: 'V07',
    level: 'error',
    rule: 'Every transition leads to an action',
    remedy: 'Name an Identifier of this flow.',
    check: (context) => {
      const ids = actionsById(context.flow);
      return eachAction((action) =>
        transitionsOf(action)
          .filter(({ to }) => !ids.has(to))
          .map(({ label, to }) => ({ message: `${label} leads to ${JSON.stringify(to)}, which is no action` })),
      )(context);
    },
  },
  {
    id: 'V08',
    level: 'error',
    rule: 'Every action that does not end the flow has a NextAction, also where it branches',
    remedy: 'Write NextAction; where it has no effect, repeat one of the branches.',
    check: eachAction(({ type, next }) => {
      const end = specOf(type)?.end;
      return next !== undefined || end === 'terminal' || end === 'waits' ? [] : [{ message: 'has no NextAction' }];
    }),
  },
  {
    id: 'V09',
    level: 'error',
    rule: 'An action that ends the flow has no transitions',
    remedy: 'Write "Transitions": {}.',
    check: eachAction((action) =>
      specOf(action.type)?.end === 'terminal' && transitionsOf(action).length > 0
        ? [{ message: `${action.type} ends the flow but has transitions` }]
        : [],
    ),
  },
  {
    id: 'V22',
    level: 'warn',
    rule: 'In an inbound flow a queue is set on every way to a transfer, to hours or to figures of a queue',
    remedy: 'Set the queue before, by UpdateContactTargetQueue, or name it in the action.',
    check: (context) => {
      if (context.type !== 'CONTACT_FLOW' || context.flow.follows) return [];
      const withoutQueue = reachable(context.flow, (action) => {
        // What a module does to the queue cannot be seen from here.
        if (action.type === 'InvokeFlowModule') return [];
        return action.type === 'UpdateContactTargetQueue' ? waysOn(action).failure : everyWay(action);
      });
      return eachAction((action) =>
        needsQueue(action) && withoutQueue.has(action.id) ? [{ message: 'can be reached without a queue' }] : [],
      )(context);
    },
  },
  {
    id: 'V23',
    level: 'warn',
    rule: 'Every action can be reached, and from every action the flow can come to an end or to a wait',
    remedy: 'Take the action out, or lead a way to it and on from it.',
    check: (context) => {
      const reached = reachable(context.flow);
      // A start that is no action is another rule's.
      const isStarted = reached.size > 0;
      const ending = canRest(context.flow);
      return eachAction(({ id }) => {
        if (isStarted && !reached.has(id)) return [{ message: 'cannot be reached' }];
        return ending.has(id) ? [] : [{ message: 'goes round for ever: no way on from here ends or waits' }];
      })(context);
    },
  },
];

function hint(remedy: string): { remedy?: string } {
  return remedy === '' ? {} : { remedy };
}
