import { isObject } from '../document.ts';
import { didYouMean } from '../names.ts';
import { placeholders, standInsIn } from '../placeholders.ts';
import { type Reference, referencesIn, referencesOf } from '../references.ts';
import { type Context, eachAction, type Rule } from './rule.ts';

/** Namespaces that are there in every contact, or that an earlier flow of the contact may have filled. */
const given = [
  'Agent',
  'AwsRegion',
  'Channel',
  'ContactId',
  'CustomerCallBackPhoneNumber',
  'CustomerEndpoint',
  'CustomerId',
  'Description',
  'InitialContactId',
  'InitiationMethod',
  'InstanceARN',
  'LanguageCode',
  'Media',
  'MediaStreams',
  'Name',
  'PreviousContactId',
  'Queue',
  'References',
  'RelatedContactId',
  'SegmentAttributes',
  'SystemEndpoint',
  'Tags',
  'TextToSpeechVoiceId',
];

/** Namespaces that hold something only after an action of the same flow, each with the actions that fill it. */
const filledBy: Readonly<Record<string, RegExp>> = {
  External: /^InvokeLambdaFunction$/,
  StoredCustomerInput: /^GetParticipantInput$/,
  Lex: /^ConnectParticipantWithLexBot$/,
  Metrics: /^GetMetricData$/,
  Customer: /Customer.*Profile/,
  Case: /Case$/,
  Wisdom: /^CreateWisdomSession$/,
  Views: /^ShowView$/,
  Task: /^CreateTask$/,
  DataTables: /DataTable/,
  DataTableList: /DataTable/,
  Loop: /^Loop$/,
  Modules: /^InvokeFlowModule$/,
  LambdaInvocation: /^InvokeLambdaFunction$/,
};

/** Attribute namespaces, each with the action that writes one name at a time and the parameter with the names. */
const writers = {
  Attributes: { type: 'UpdateContactAttributes', parameter: 'Attributes' },
  FlowAttributes: { type: 'UpdateFlowAttributes', parameter: 'FlowAttributes' },
} as const;

const namespaces = [...given, ...Object.keys(filledBy), ...Object.keys(writers)];

/** Values that are put in later: by us before the deployment, by other actions during the call. */
export const valueRules: Rule[] = [
  {
    id: 'P01',
    level: 'error',
    rule: 'Our flows use only placeholders that the stack fills',
    remedy: `Use one of ${placeholders.join(', ')}, or add it to domain/flow/placeholders.ts.`,
    check: ({ own, text }) => {
      if (!own) return [];
      const known = placeholders.map((name) => `\${${name}}`);
      return standInsIn(text)
        .filter((standIn) => !known.includes(standIn))
        .map((standIn) => ({ message: `nothing fills ${standIn}` }));
    },
  },
  {
    id: 'R01',
    level: 'warn',
    rule: 'What is read by a path is written by an action of this flow, by an earlier flow, or by the system',
    remedy: 'Write it before it is read, or correct its name; an attribute may also come from an earlier flow.',
    check: (context) => {
      const unwritten = unwrittenIn(context);
      return eachAction((action) => {
        const unique = new Map(referencesOf(action).map((reference) => [reference.text, reference]));
        return [...unique.values()].flatMap(unwritten);
      })(context);
    },
  },
];

function unwrittenIn(context: Context): (reference: Reference) => { message: string; remedy?: string }[] {
  const types = context.flow.actions.map(({ type }) => type);
  const written = {
    Attributes: namesWritten(context, 'Attributes'),
    FlowAttributes: namesWritten(context, 'FlowAttributes'),
  };
  return ({ text, namespace, names: [name] }) => {
    if (namespace === 'Attributes' || namespace === 'FlowAttributes') {
      const names = written[namespace];
      return names === 'any' || name === undefined || names.has(name)
        ? []
        : [{ message: `nothing here writes ${text}` }];
    }
    const producer = Object.hasOwn(filledBy, namespace) ? filledBy[namespace] : undefined;
    if (producer) {
      const isFilled =
        types.some((type) => producer.test(type)) || (namespace === 'Modules' && context.flow.hasSettings);
      return isFilled ? [] : [{ message: `no action of this flow fills ${text}` }];
    }
    if (given.includes(namespace)) return [];
    const remedy = didYouMean(namespace, namespaces);
    return [{ message: `there is no ${text}`, ...(remedy && { remedy }) }];
  };
}

/** Names that may have been written when the flow reads them; 'any' when that cannot be known. */
function namesWritten(context: Context, namespace: keyof typeof writers): ReadonlySet<string> | 'any' {
  const { type, parameter } = writers[namespace];
  // A queue, whisper, hold or transfer flow and a module run after others, which may have written anything.
  const runsAfterOthers = context.type !== undefined && context.type !== 'CONTACT_FLOW';
  if (namespace === 'Attributes' && runsAfterOthers && !context.own) return 'any';
  const names = new Set(namespace === 'Attributes' ? context.inherited : []);
  for (const action of context.flow.actions) {
    const map = action.parameters[parameter];
    // A module may write whatever its caller reads.
    if (action.type === 'InvokeFlowModule') return 'any';
    if (action.type !== type || !isObject(map)) continue;
    for (const key of Object.keys(map)) {
      // The name itself comes from a path: it is known only during the call.
      if (referencesIn(key).length > 0) return 'any';
      names.add(key);
    }
  }
  return names;
}

/** Contact attributes that a flow writes, for checking flows that run after it. */
export function attributesWritten(actions: readonly { type: string; parameters: Record<string, unknown> }[]): string[] {
  return actions
    .filter(({ type }) => type === writers.Attributes.type)
    .flatMap(({ parameters }) => (isObject(parameters.Attributes) ? Object.keys(parameters.Attributes) : []));
}
