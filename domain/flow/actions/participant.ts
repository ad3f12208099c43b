import { type Action, isObject, isOn } from '../document.ts';
import { type ActionTable, equals, has, mayMiss, noError, promptKeys } from './spec.ts';

/**
 * The three forms of GetParticipantInput share a type but little else. `menu` takes one key and branches on it, `store`
 * takes digits into $.StoredCustomerInput, `buffer` only switches the keyboard buffer.
 */
export function inputForm({ parameters }: Action): 'menu' | 'store' | 'buffer' {
  if (has(parameters, 'EnableDTMFBuffer')) return 'buffer';
  return isOn(parameters.StoreInput) ? 'store' : 'menu';
}

function checksPhoneNumber({ parameters }: Action): boolean {
  return isObject(parameters.InputValidation) && has(parameters.InputValidation, 'PhoneNumberValidation');
}

/** Actions that talk with a participant, and those that end the talk. */
export const participantActions = {
  MessageParticipant: {
    parameters: { ...promptKeys, SkipWhenDTMFBufferEnabled: 'text' },
    prompt: 'one',
    errors: mayMiss,
    flows: 'yy..yyyyyy',
  },
  MessageParticipantIteratively: {
    parameters: { Messages: 'list', InterruptFrequencySeconds: 'text', ContinueMessagingDuringInterrupt: 'text' },
    required: ['Messages'],
    errors: mayMiss,
    conditions: ({ parameters }) =>
      has(parameters, 'InterruptFrequencySeconds')
        ? { operators: ['Equals'], operands: ['MessagesInterrupted'], all: ['MessagesInterrupted'] }
        : undefined,
    end: 'waits',
    flows: '.yyy......',
  },
  GetParticipantInput: {
    parameters: {
      ...promptKeys,
      StoreInput: 'text',
      InputTimeLimitSeconds: 'text',
      InputValidation: {
        CustomValidation: { MaximumLength: 'text' },
        PhoneNumberValidation: { NumberFormat: 'text', CountryCode: 'text' },
      },
      DTMFConfiguration: {
        InputTerminationSequence: 'text',
        DisableCancelKey: 'text',
        InterdigitTimeLimitSeconds: 'text',
      },
      InputEncryption: { EncryptionKeyId: 'text', Key: 'text' },
      EnableDTMFBuffer: 'text',
    },
    prompt: 'optional',
    errors: (action) => {
      if (inputForm(action) === 'menu') {
        return { required: ['NoMatchingCondition', 'InputTimeLimitExceeded', 'NoMatchingError'] };
      }
      return { required: checksPhoneNumber(action) ? ['NoMatchingError', 'InvalidPhoneNumber'] : ['NoMatchingError'] };
    },
    conditions: (action) =>
      inputForm(action) === 'menu' ? { operators: ['Equals'], operands: [...'0123456789*#'] } : undefined,
    flows: 'yy....ayyy',
  },
  ConnectParticipantWithLexBot: {
    parameters: {
      ...promptKeys,
      LexV2Bot: { AliasArn: 'text' },
      LexBot: { Name: 'text', Region: 'text', Alias: 'text' },
      LexSessionAttributes: 'map',
      LexInitializationData: { InitialMessage: 'text' },
      LexTimeoutSeconds: { Text: 'text' },
    },
    exactlyOne: ['LexV2Bot', 'LexBot'],
    prompt: 'optional',
    errors: { required: ['NoMatchingError', 'NoMatchingCondition'], optional: ['InputTimeLimitExceeded'] },
    conditions: equals,
    flows: 'yy....ayyy',
  },
  ShowView: {
    parameters: {
      ViewResource: { Id: 'text', Version: 'text' },
      InvocationTimeLimitSeconds: 'text',
      ViewData: 'free',
      SensitiveDataConfiguration: { HideResponseOn: 'free' },
    },
    required: ['ViewResource', 'InvocationTimeLimitSeconds'],
    errors: { required: ['NoMatchingCondition', 'NoMatchingError', 'TimeLimitExceeded'] },
    conditions: equals,
    flows: 'yy.......y',
  },
  DisconnectParticipant: { parameters: {}, errors: noError, end: 'terminal', flows: 'yy.....yyy' },
} satisfies ActionTable;
