import { specOf } from '../actions/index.ts';
import { inputForm } from '../actions/participant.ts';
import { type ActionSpec, has, type Kind, promptKeys } from '../actions/spec.ts';
import { type Action, isObject, isScalar, type Parameters, textsIn } from '../document.ts';
import { didYouMean } from '../names.ts';
import { holdsPlaceholder } from '../placeholders.ts';
import { inputProblems } from './input.ts';
import { type Break, eachAction, type Rule } from './rule.ts';

const promptSources = Object.keys(promptKeys);
const maxSynchronousLambda = 8;
const maxAsynchronousLambda = 60;

/** What stands in `Parameters`. */
export const parameterRules: Rule[] = [
  {
    id: 'V13',
    level: 'error',
    rule: 'GetParticipantInput is a menu, a store of digits or a switch of the buffer, each with its own parameters',
    remedy: 'Keep to one of the three forms.',
    check: eachAction((action) => (action.type === 'GetParticipantInput' ? inputProblems(action) : [])),
  },
  {
    id: 'V14',
    level: 'error',
    rule: 'A prompt has exactly one source: Text, SSML, PromptId or Media',
    remedy: 'Keep one of Text, SSML, PromptId and Media.',
    check: eachAction((action) => {
      const prompt = specOf(action.type)?.prompt;
      if (prompt && !isBuffer(action)) return promptProblem(action.parameters, prompt === 'one', action.type);
      if (action.type !== 'MessageParticipantIteratively' || !Array.isArray(action.parameters.Messages)) return [];
      if (action.parameters.Messages.length === 0) return [{ message: 'Messages is empty' }];
      return action.parameters.Messages.flatMap((message: unknown, index) =>
        promptProblem(isObject(message) ? message : {}, true, `message ${index + 1}`),
      );
    }),
  },
  {
    id: 'V15',
    level: 'error',
    rule: 'No parameter and no attribute is an empty text; deeper inside a structure it is doubtful',
    remedy: 'Give it a value; one blank is taken.',
    check: eachAction(({ type, parameters }) =>
      [...textsIn(parameters)]
        .filter(({ text, isKey }) => text === '' && !isKey)
        .map(({ path }) => ({
          message: `${path} is empty`,
          level: isFirstLevel(specOf(type), path) ? ('error' as const) : ('warn' as const),
        })),
    ),
  },
  {
    id: 'V16',
    level: 'error',
    rule: 'An action has the parameters that it needs and no others',
    remedy: 'Use the parameters of the action type.',
    check: eachAction((action) => {
      const spec = specOf(action.type);
      if (!spec) return [];
      return [
        ...keyProblems(action, spec),
        ...shapeProblems(spec.parameters, action.parameters, ''),
        ...flowValues(action),
      ];
    }),
  },
  {
    id: 'V28',
    level: 'error',
    rule: `A function may take 1 to ${maxSynchronousLambda} seconds, or ${maxAsynchronousLambda} when the flow does not wait`,
    remedy: 'Write a whole number of seconds as a text.',
    check: eachAction(({ type, parameters }) => {
      const limit = parameters.InvocationTimeLimitSeconds;
      if (type !== 'InvokeLambdaFunction' || !isScalar(limit)) return [];
      const text = String(limit);
      // A path is known only during the call; an empty text is another rule's.
      if (text === '' || text.startsWith('$') || holdsPlaceholder(text)) return [];
      const max = parameters.InvocationType === 'ASYNCHRONOUS' ? maxAsynchronousLambda : maxSynchronousLambda;
      return /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= max
        ? []
        : [{ message: `InvocationTimeLimitSeconds is ${JSON.stringify(text)}, not 1 to ${max}` }];
    }),
  },
];

type Problem = Omit<Break, 'block'>;

function isBuffer(action: Action): boolean {
  return action.type === 'GetParticipantInput' && inputForm(action) === 'buffer';
}

function promptProblem(parameters: Parameters, needed: boolean, where: string): Problem[] {
  const sources = promptSources.filter((key) => has(parameters, key));
  if (sources.length === 1 || (sources.length === 0 && !needed)) return [];
  return [{ message: `${where} has ${sources.length === 0 ? 'no prompt' : `several prompts: ${sources.join(', ')}`}` }];
}

/** The service looks at the parameters themselves and at the values of maps, no deeper. */
function isFirstLevel(spec: ActionSpec | undefined, path: string): boolean {
  const [first = '', ...deeper] = path.split('.');
  return deeper.length === 0 ? !first.includes('[') : spec?.parameters[first] === 'map';
}

function keyProblems({ type, parameters }: Action, spec: ActionSpec): Problem[] {
  const problems: Problem[] = [];
  for (const key of Object.keys(parameters)) {
    const instead = Object.hasOwn(spec.refused ?? {}, key) ? spec.refused?.[key] : undefined;
    if (instead !== undefined) problems.push({ message: `${type} refuses ${key}`, remedy: `Instead: ${instead}.` });
    else if (!spec.open && !Object.hasOwn(spec.parameters, key)) problems.push(unknownKey(type, key, spec.parameters));
  }
  for (const key of spec.required ?? []) {
    if (!has(parameters, key)) problems.push({ message: `${type} lacks ${key}`, remedy: `Add ${key}.` });
  }
  const present = (keys: readonly string[]) => keys.filter((key) => has(parameters, key)).length;
  if (spec.exactlyOne && present(spec.exactlyOne) !== 1) {
    problems.push({ message: `${type} needs exactly one of ${spec.exactlyOne.join(', ')}` });
  }
  if (spec.atMostOne && present(spec.atMostOne) > 1) {
    problems.push({ message: `${type} takes only one of ${spec.atMostOne.join(', ')}` });
  }
  return problems;
}

function unknownKey(where: string, key: string, keys: Readonly<Record<string, Kind>>): Problem {
  const remedy = didYouMean(key, Object.keys(keys));
  return { message: `${where} does not know ${JSON.stringify(key)}`, ...(remedy && { remedy }) };
}

/** Values whose kind is not the one of the table. */
function shapeProblems(kinds: Readonly<Record<string, Kind>>, values: Parameters, path: string): Problem[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
    const at = path + key;
    if (kind === undefined || kind === 'free') return [];
    if (kind === 'text') return isScalar(value) ? [] : [{ message: `${at} is not a text` }];
    if (kind === 'list') return Array.isArray(value) ? [] : [{ message: `${at} is not a list` }];
    if (!isObject(value)) return [{ message: `${at} is not an object` }];
    if (kind === 'map') return [];
    const unknown = Object.keys(value).filter((inner) => !Object.hasOwn(kind, inner));
    return [...unknown.map((inner) => unknownKey(at, inner, kind)), ...shapeProblems(kind, value, `${at}.`)];
  });
}

/** Flow attributes are wrapped, unlike contact attributes; the documentation is garbled here. */
function flowValues({ type, parameters }: Action): Problem[] {
  if (type !== 'UpdateFlowAttributes' || !isObject(parameters.FlowAttributes)) return [];
  return Object.entries(parameters.FlowAttributes)
    .filter(([, value]) => !isObject(value) || !has(value, 'Value'))
    .map(([key]) => ({ message: `FlowAttributes.${key} is no object with Value`, remedy: 'Write { "Value": "…" }.' }));
}
