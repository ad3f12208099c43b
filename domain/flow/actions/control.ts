import { type Action, isScalar } from '../document.ts';
import {
  type ActionTable,
  type Conditions,
  everywhere,
  mayMiss,
  noError,
  noMatchingError,
  type Operator,
  operators,
} from './spec.ts';

const percentages = Array.from({ length: 101 }, (_, index) => String(index + 1));

function metricConditions({ parameters }: Action): Conditions {
  const ofAgents = isScalar(parameters.MetricType) && String(parameters.MetricType).startsWith('NumberOfAgents');
  if (ofAgents) return { operators: ['NumberGreaterThan'], operands: ['0'] };
  return { operators: operators.filter((name) => name === 'Equals' || name.startsWith('Number')) };
}

/** The end of a wait, and each event that may end it earlier, has its own branch. */
function waitConditions({ parameters }: Action): Conditions {
  const events = Array.isArray(parameters.Events) ? parameters.Events.filter((event) => typeof event === 'string') : [];
  const ends = parameters.ContinueExecution === undefined ? [] : ['Continue'];
  return {
    operators: ['Equals'],
    operands: ['WaitCompleted', 'CustomerReturned', 'BotParticipantDisconnected', ...ends],
    all: [...events, ...ends],
  };
}

const voiceIdResults = [
  'Enrolled',
  'NotEnrolled',
  'OptedOut',
  'Authenticated',
  'NotAuthenticated',
  'Inconclusive',
  'HighRisk',
  'LowRisk',
];

const equalsOneOf = (operands: readonly string[]) => ({ operators: ['Equals'] as Operator[], operands });
const equalsEach = (operands: readonly string[]) => ({ ...equalsOneOf(operands), all: operands });

/** Actions that decide where a flow goes on. */
export const controlActions = {
  Compare: {
    parameters: { ComparisonValue: 'text' },
    required: ['ComparisonValue'],
    errors: { required: ['NoMatchingCondition'] },
    conditions: { operators },
    flows: everywhere,
  },
  CheckHoursOfOperation: {
    parameters: { HoursOfOperationId: 'text' },
    errors: noMatchingError,
    conditions: equalsEach(['True', 'False']),
    flows: 'yy.....yyy',
  },
  CheckMetricData: {
    parameters: { MetricType: 'text', QueueId: 'text', AgentId: 'text' },
    required: ['MetricType'],
    atMostOne: ['QueueId', 'AgentId'],
    errors: { required: ['NoMatchingError', 'NoMatchingCondition'] },
    conditions: metricConditions,
    flows: 'yy.....yyy',
  },
  GetMetricData: {
    parameters: { QueueId: 'text', AgentId: 'text', QueueChannel: 'text' },
    atMostOne: ['QueueId', 'AgentId'],
    errors: noMatchingError,
    flows: everywhere,
  },
  // Open: loops over lists and named loops are newer than what is published about their keys.
  Loop: {
    parameters: { LoopCount: 'text' },
    open: true,
    errors: mayMiss,
    conditions: equalsEach(['ContinueLooping', 'DoneLooping']),
    flows: everywhere,
  },
  Wait: {
    parameters: { TimeLimitSeconds: 'text', Events: 'list', ContinueExecution: 'text', MinimumWaitTimeSeconds: 'text' },
    required: ['TimeLimitSeconds'],
    refused: { TimeoutSeconds: 'the documentation is wrong, write TimeLimitSeconds' },
    errors: { required: ['NoMatchingError'], optional: ['ParticipantNotFound'] },
    conditions: waitConditions,
    flows: everywhere,
  },
  DistributeByPercentage: {
    parameters: {},
    errors: { required: ['NoMatchingCondition'] },
    conditions: { operators: ['NumberLessThan'], operands: percentages },
    flows: 'yy....ayyy',
  },
  EndFlowExecution: { parameters: {}, errors: noError, end: 'terminal', flows: 'ayaayyyaa.' },
  EndFlowModuleExecution: {
    parameters: { Result: 'text', ResultData: 'free' },
    errors: noError,
    end: 'terminal',
    flows: '.........y',
  },
  TransferToFlow: {
    parameters: { ContactFlowId: 'text' },
    required: ['ContactFlowId'],
    errors: noMatchingError,
    end: 'leaves',
    flows: 'y......yyy',
  },
  InvokeFlowModule: {
    parameters: { FlowModuleId: 'text', Input: 'free' },
    required: ['FlowModuleId'],
    errors: ({ conditions }) =>
      conditions.length > 0
        ? { required: ['NoMatchingError', 'NoMatchingCondition'] }
        : { required: ['NoMatchingError'], optional: ['NoMatchingCondition'] },
    conditions: { operators: ['Equals'] },
    flows: 'yaaaaaaaay',
  },
  UpdateFlowAttributes: {
    parameters: { FlowAttributes: 'free' },
    required: ['FlowAttributes'],
    errors: noMatchingError,
    flows: everywhere,
  },
  UpdateFlowLoggingBehavior: {
    parameters: { FlowLoggingBehavior: 'text' },
    required: ['FlowLoggingBehavior'],
    errors: noError,
    flows: everywhere,
  },
  CheckOutboundCallStatus: {
    parameters: {},
    errors: noMatchingError,
    conditions: equalsOneOf(['CallAnswered', 'VoicemailBeep', 'VoicemailNoBeep', 'NotDetected']),
    flows: 'yaaaaaaaaa',
  },
  CheckVoiceId: {
    parameters: { CheckVoiceIdOption: 'text' },
    required: ['CheckVoiceIdOption'],
    errors: noMatchingError,
    conditions: equalsOneOf(voiceIdResults),
    flows: everywhere,
  },
  StartVoiceIdStream: { parameters: {}, errors: noMatchingError, flows: everywhere },
} satisfies ActionTable;
