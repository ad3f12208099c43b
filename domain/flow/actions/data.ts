import { type ActionTable, everywhere, has, mayMiss, noMatchingError } from './spec.ts';

/** Not documented for developers; seen in exports. They pass with whatever they carry. */
const opaque = { parameters: {}, open: true, errors: 'any', conditions: 'any', flows: everywhere } as const;

const channelMismatch = { required: ['NoMatchingError', 'ChannelMismatch'] };
const profile = { ProfileRequestData: 'free', ProfileResponseData: 'free' } as const;
const oneCase = {
  LinkContactToCase: 'text',
  CaseTemplateId: 'text',
  CaseId: 'text',
  CaseRequestFields: 'free',
  CaseResponseFields: 'free',
  GetLastUpdatedCase: 'text',
} as const;

/** Actions about what is known of a contact, and calls to other services. */
export const dataActions = {
  InvokeLambdaFunction: {
    parameters: {
      LambdaFunctionARN: 'text',
      InvocationTimeLimitSeconds: 'text',
      LambdaInvocationAttributes: 'map',
      ResponseValidation: { ResponseType: 'text' },
      InvocationType: 'text',
    },
    required: ['LambdaFunctionARN', 'InvocationTimeLimitSeconds'],
    errors: noMatchingError,
    flows: everywhere,
  },
  UpdateContactAttributes: {
    parameters: { Attributes: 'map', TargetContact: 'text' },
    required: ['Attributes'],
    errors: noMatchingError,
    flows: everywhere,
  },
  UpdateContactData: {
    parameters: { TargetContact: 'text' },
    open: true,
    refused: { References: 'the service refuses it here, take it out' },
    errors: noMatchingError,
    flows: everywhere,
  },
  UpdateContactTextToSpeechVoice: {
    parameters: { TextToSpeechVoice: 'text', TextToSpeechEngine: 'text', TextToSpeechStyle: 'text' },
    required: ['TextToSpeechVoice'],
    errors: mayMiss,
    flows: everywhere,
  },
  UpdateContactRecordingBehavior: {
    parameters: { RecordingBehavior: 'free', AnalyticsBehavior: 'free' },
    errors: mayMiss,
    flows: 'yy....yyyy',
  },
  UpdateContactRecordingAndAnalyticsBehavior: {
    parameters: { VoiceBehavior: 'free', ChatBehavior: 'free', ScreenRecordingBehavior: 'free' },
    exactlyOne: ['VoiceBehavior', 'ChatBehavior', 'ScreenRecordingBehavior'],
    errors: ({ parameters }) =>
      has(parameters, 'ChatBehavior')
        ? { required: [...channelMismatch.required, 'InFlightRedactionConfigurationFailed'] }
        : channelMismatch,
    flows: everywhere,
  },
  UpdateContactMediaProcessing: { parameters: { ChatProcessor: 'free' }, errors: channelMismatch, flows: everywhere },
  UpdateContactMediaStreamingBehavior: {
    parameters: { MediaStreamingState: 'text', Participants: 'list', MediaStreamType: 'text' },
    errors: noMatchingError,
    flows: 'yy..yyyyyy',
  },
  TagContact: { parameters: { Tags: 'map' }, required: ['Tags'], errors: noMatchingError, flows: everywhere },
  UntagContact: { parameters: { TagKeys: 'list' }, required: ['TagKeys'], errors: noMatchingError, flows: everywhere },
  // Open: two spellings of the template's key are about (TemplateId, TaskTemplateId), and a priority.
  CreateTask: { parameters: { Attributes: 'map' }, open: true, errors: noMatchingError, flows: everywhere },
  StartOutboundChatContact: { parameters: {}, open: true, errors: noMatchingError, flows: everywhere },
  CreateCase: {
    parameters: oneCase,
    errors: { required: ['NoMatchingError'], optional: ['ContactNotLinked'] },
    flows: everywhere,
  },
  GetCase: {
    parameters: oneCase,
    errors: { required: ['NoMatchingError', 'MultipleFound', 'NoneFound'], optional: ['ContactNotLinked'] },
    flows: everywhere,
  },
  UpdateCase: {
    parameters: oneCase,
    errors: { required: ['NoMatchingError'], optional: ['ContactNotLinked'] },
    flows: everywhere,
  },
  GetCustomerProfile: {
    parameters: profile,
    errors: { required: ['NoMatchingError', 'MultipleFoundError', 'NoneFoundError'] },
    flows: everywhere,
  },
  GetCustomerProfileObject: {
    parameters: profile,
    open: true,
    errors: { required: ['NoMatchingError'], optional: ['NoneFoundError'] },
    flows: everywhere,
  },
  GetCalculatedAttributesForCustomerProfile: {
    parameters: profile,
    open: true,
    errors: { required: ['NoMatchingError'], optional: ['NoneFoundError'] },
    flows: everywhere,
  },
  CreateCustomerProfile: { parameters: profile, errors: noMatchingError, flows: everywhere },
  UpdateCustomerProfile: { parameters: profile, errors: noMatchingError, flows: everywhere },
  AssociateContactToCustomerProfile: { parameters: profile, errors: noMatchingError, flows: everywhere },
  CreateWisdomSession: {
    parameters: { WisdomAssistantArn: 'text' },
    required: ['WisdomAssistantArn'],
    errors: noMatchingError,
    flows: everywhere,
  },
  AuthenticateParticipant: opaque,
  CheckSegmentMembership: opaque,
  CreateContact: opaque,
  CreatePersistentContactAssociation: opaque,
  EvaluateDataTableValues: opaque,
  ListDataTableValues: opaque,
  LoadContactContent: opaque,
  RenderMessageTemplate: opaque,
  StartOutboundEmailContact: opaque,
  UpsertDataTableValues: opaque,
} satisfies ActionTable;
