import { isOn } from '../document.ts';
import { type ActionTable, everywhere, mayMiss, noError, noMatchingError } from './spec.ts';

const callerId = { Number: 'text', Name: 'text' } as const;
const full = { required: ['QueueAtCapacity', 'NoMatchingError'] };

/** Flows that Amazon Connect starts by itself at a point of the contact. */
export const eventHooks = [
  'AgentWhisper',
  'CustomerWhisper',
  'AgentHold',
  'CustomerHold',
  'CustomerQueue',
  'CustomerRemaining',
  'DefaultAgentUI',
  'DisconnectAgentUI',
  'PauseContact',
  'ResumeContact',
] as const;

/** Actions about queues, agents and telephone lines. */
export const queueActions = {
  UpdateContactTargetQueue: {
    parameters: { QueueId: 'text', AgentId: 'text' },
    exactlyOne: ['QueueId', 'AgentId'],
    errors: noMatchingError,
    flows: 'y......yyy',
  },
  TransferContactToQueue: {
    parameters: {},
    refused: { QueueId: 'set the queue before, by UpdateContactTargetQueue' },
    errors: full,
    end: 'leaves',
    flows: 'y......yyy',
  },
  DequeueContactAndTransferToQueue: {
    parameters: { QueueId: 'text', AgentId: 'text' },
    atMostOne: ['QueueId', 'AgentId'],
    errors: full,
    end: 'leaves',
    flows: '.y.......y',
  },
  TransferContactToAgent: { parameters: {}, errors: noError, end: 'terminal', flows: '.......yyy' },
  TransferParticipantToThirdParty: {
    parameters: {
      ThirdPartyPhoneNumber: 'text',
      ThirdPartyConnectionTimeLimitSeconds: 'text',
      ContinueFlowExecution: 'text',
      ThirdPartyDTMFDigits: 'text',
      CallerId: callerId,
    },
    required: ['ThirdPartyPhoneNumber', 'ThirdPartyConnectionTimeLimitSeconds', 'ContinueFlowExecution'],
    // Only a flow that goes on afterwards can learn why the call to the third party ended.
    errors: ({ parameters }) =>
      isOn(parameters.ContinueFlowExecution)
        ? { required: ['NoMatchingError', 'CallFailed', 'ConnectionTimeLimitExceeded'] }
        : noMatchingError,
    flows: 'yy.....yyy',
  },
  UpdateContactCallbackNumber: {
    parameters: { CallbackNumber: 'text' },
    required: ['CallbackNumber'],
    errors: { required: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'] },
    flows: 'yy.....yyy',
  },
  CreateCallbackContact: {
    parameters: {
      InitialCallDelaySeconds: 'text',
      MaximumConnectionAttempts: 'text',
      RetryDelaySeconds: 'text',
      QueueId: 'text',
      AgentId: 'text',
      ContactFlowId: 'text',
      CallerId: callerId,
    },
    required: ['InitialCallDelaySeconds', 'MaximumConnectionAttempts', 'RetryDelaySeconds'],
    atMostOne: ['QueueId', 'AgentId'],
    errors: noMatchingError,
    flows: 'yy.....yyy',
  },
  UpdateContactRoutingBehavior: {
    parameters: { QueuePriority: 'text', QueueTimeAdjustmentSeconds: 'text' },
    exactlyOne: ['QueuePriority', 'QueueTimeAdjustmentSeconds'],
    errors: mayMiss,
    flows: 'ya....aaay',
  },
  UpdateContactRoutingCriteria: {
    parameters: { RoutingCriteria: 'free' },
    required: ['RoutingCriteria'],
    errors: noMatchingError,
    flows: 'yy.....yyy',
  },
  UpdateContactEventHooks: {
    parameters: { EventHooks: Object.fromEntries(eventHooks.map((name) => [name, 'text' as const])) },
    required: ['EventHooks'],
    refused: { EventHooksConfiguration: 'the console exports this key but the API refuses it, take it out' },
    errors: noMatchingError,
    flows: everywhere,
  },
  UpdatePreviousContactParticipantState: {
    parameters: { PreviousContactParticipantState: 'text' },
    open: true,
    errors: noMatchingError,
    flows: 'y.....ayyy',
  },
  CompleteOutboundCall: {
    parameters: { CallerId: 'free', VoiceConnector: 'free', ConnectionTimeLimitSeconds: 'text' },
    errors: noError,
    flows: '......y...',
  },
  ResumeContact: { parameters: {}, errors: noMatchingError, flows: everywhere },
} satisfies ActionTable;
