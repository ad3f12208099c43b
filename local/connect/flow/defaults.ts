import type { Flow } from '../resources.ts';

const makes = (name: string, type: string, start: object): Flow => ({
  arn: `default/${type}`,
  name,
  type,
  content: JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'start',
    Actions: [
      { Identifier: 'start', ...start },
      { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
    ],
  }),
});
const says = (prompt: object) => ({
  Type: 'MessageParticipant',
  Parameters: prompt,
  Transitions: { NextAction: 'end', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] },
});
const repeats = (...messages: object[]) => ({
  Type: 'MessageParticipantIteratively',
  Parameters: { Messages: messages },
  Transitions: { Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] },
});

/**
 * What every instance runs where the contact has no hook of its own: the names are AWS's, the agent hears the queue's
 * name, the customer a beep, and who is called that nobody records [docs]. The queue's words are AWS's own in short
 * [docs]. The outbound whisper is no hook: a queue names it in its OutboundCallerConfig.
 */
export const defaultFlows = {
  CustomerQueue: makes(
    'Default customer queue',
    'CUSTOMER_QUEUE',
    repeats(
      {
        Text: 'Thank you for calling. Your call is important to us and will be answered in the order it was received.',
      },
      { PromptId: 'queue music' },
    ),
  ),
  AgentWhisper: makes('Default agent whisper', 'AGENT_WHISPER', says({ Text: '$.Queue.Name' })),
  CustomerWhisper: makes('Default customer whisper', 'CUSTOMER_WHISPER', says({ Text: 'Beep.' })),
  OutboundWhisper: makes('Default outbound', 'OUTBOUND_WHISPER', says({ Text: 'This call is not being recorded.' })),
  CustomerHold: makes('Default customer hold', 'CUSTOMER_HOLD', repeats({ PromptId: 'hold music' })),
  AgentHold: makes('Default agent hold', 'AGENT_HOLD', repeats({ Text: 'You are on hold.' })),
} as const;
