import { checkHoursOfOperation } from './check-hours-of-operation.ts';
import { checkMetricData } from './check-metric-data.ts';
import { compare } from './compare.ts';
import { createCallbackContact } from './create-callback-contact.ts';
import { dequeueContactAndTransferToQueue } from './dequeue-contact-and-transfer-to-queue.ts';
import { disconnectParticipant } from './disconnect-participant.ts';
import { endFlowExecution } from './end-flow-execution.ts';
import { getParticipantInput } from './get-participant-input.ts';
import { invokeLambdaFunction } from './invoke-lambda-function.ts';
import { loop } from './loop.ts';
import { messageParticipant } from './message-participant.ts';
import { messageParticipantIteratively } from './message-participant-iteratively.ts';
import { transferContactToQueue } from './transfer-contact-to-queue.ts';
import { transferToFlow } from './transfer-to-flow.ts';
import type { Block } from './types.ts';
import { updateContactAttributes } from './update-contact-attributes.ts';
import { updateContactCallbackNumber } from './update-contact-callback-number.ts';
import { updateContactData } from './update-contact-data.ts';
import { updateContactEventHooks } from './update-contact-event-hooks.ts';
import { updateContactRecordingAndAnalyticsBehavior } from './update-contact-recording-and-analytics-behavior.ts';
import { updateContactRecordingBehavior } from './update-contact-recording-behavior.ts';
import { updateContactRoutingBehavior } from './update-contact-routing-behavior.ts';
import { updateContactTargetQueue } from './update-contact-target-queue.ts';
import { updateContactTextToSpeechVoice } from './update-contact-text-to-speech-voice.ts';
import { updateFlowAttributes } from './update-flow-attributes.ts';
import { updateFlowLoggingBehavior } from './update-flow-logging-behavior.ts';
import { wait } from './wait.ts';

/** The block types that run here. A type that is missing stops the call and says so by name. */
export const blocks: Record<string, Block> = {
  CheckHoursOfOperation: checkHoursOfOperation,
  CheckMetricData: checkMetricData,
  Compare: compare,
  CreateCallbackContact: createCallbackContact,
  DequeueContactAndTransferToQueue: dequeueContactAndTransferToQueue,
  DisconnectParticipant: disconnectParticipant,
  EndFlowExecution: endFlowExecution,
  GetParticipantInput: getParticipantInput,
  InvokeLambdaFunction: invokeLambdaFunction,
  Loop: loop,
  MessageParticipant: messageParticipant,
  MessageParticipantIteratively: messageParticipantIteratively,
  TransferContactToQueue: transferContactToQueue,
  TransferToFlow: transferToFlow,
  UpdateContactAttributes: updateContactAttributes,
  UpdateContactCallbackNumber: updateContactCallbackNumber,
  UpdateContactData: updateContactData,
  UpdateContactEventHooks: updateContactEventHooks,
  UpdateContactRecordingAndAnalyticsBehavior: updateContactRecordingAndAnalyticsBehavior,
  UpdateContactRecordingBehavior: updateContactRecordingBehavior,
  UpdateContactRoutingBehavior: updateContactRoutingBehavior,
  UpdateContactTargetQueue: updateContactTargetQueue,
  UpdateContactTextToSpeechVoice: updateContactTextToSpeechVoice,
  UpdateFlowAttributes: updateFlowAttributes,
  UpdateFlowLoggingBehavior: updateFlowLoggingBehavior,
  Wait: wait,
};
