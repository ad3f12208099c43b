import type { CheckOptions } from '../../../../domain/flow/check.ts';
import { action, aFlow, attributes, end, enterQueue, hours, lambda, openOrNot, say, to } from '../builders.ts';
import type { Row } from './row.ts';

const inbound: CheckOptions = { type: 'CONTACT_FLOW' };

/** What depends on the type of the flow, on its ways, and on what is filled in later. */
export const contextRows: Row[] = [
  {
    rule: 'V19',
    says: 'hanging up in a whisper',
    options: { type: 'AGENT_WHISPER' },
    broken: aFlow([say(), end]),
    mended: aFlow([say(), action('end', 'EndFlowExecution')]),
  },
  {
    rule: 'V19',
    says: 'ending an inbound flow without hanging up',
    level: 'warn',
    options: inbound,
    broken: aFlow([action('end', 'EndFlowExecution')]),
    mended: aFlow([end]),
  },
  {
    rule: 'V22',
    says: 'a transfer without a queue',
    level: 'warn',
    options: inbound,
    broken: aFlow([enterQueue, end]),
    mended: aFlow([
      action('set', 'UpdateContactTargetQueue', { QueueId: 'q' }, to('enter', { NoMatchingError: 'end' })),
      enterQueue,
      end,
    ]),
  },
  {
    rule: 'V22',
    says: 'a transfer after the queue could not be set',
    level: 'warn',
    options: inbound,
    broken: aFlow([
      action('set', 'UpdateContactTargetQueue', { QueueId: 'q' }, to('enter', { NoMatchingError: 'enter' })),
      enterQueue,
      end,
    ]),
    mended: aFlow([
      action('set', 'UpdateContactTargetQueue', { QueueId: 'q' }, to('enter', { NoMatchingError: 'end' })),
      enterQueue,
      end,
    ]),
  },
  {
    rule: 'V22',
    says: 'a transfer without a queue, unless another flow leads here and has set it',
    level: 'warn',
    options: inbound,
    broken: aFlow([enterQueue, end], { Metadata: { follows: [] } }),
    mended: aFlow([enterQueue, end], { Metadata: { follows: ['QUEUE_TRANSFER'] } }),
  },
  {
    rule: 'V22',
    says: 'hours of no queue',
    level: 'warn',
    options: inbound,
    broken: aFlow([hours(openOrNot, {} as never), end]),
    mended: aFlow([hours(openOrNot), end]),
  },
  {
    rule: 'V23',
    says: 'an action that nothing leads to',
    level: 'warn',
    broken: aFlow([end, say()]),
    mended: aFlow([say(), end]),
  },
  {
    rule: 'V23',
    says: 'a message that follows itself',
    level: 'warn',
    broken: aFlow([say({ Text: 'x' }, to('say'))]),
    mended: aFlow([say(), end]),
  },
  {
    rule: 'V24',
    says: 'settings in a flow',
    options: inbound,
    broken: aFlow([end], { Settings: {} }),
    mended: aFlow([end]),
  },
  {
    rule: 'V24',
    says: 'a module without settings',
    options: { type: 'MODULE' },
    broken: aFlow([end]),
    mended: aFlow([end], { Settings: {} }),
  },
  {
    rule: 'P01',
    says: 'a placeholder that nothing fills',
    options: { ...inbound, own: true },
    broken: aFlow([
      { ...lambda('3'), Parameters: { LambdaFunctionARN: '${Arn}', InvocationTimeLimitSeconds: '3' } },
      end,
    ]),
    mended: aFlow([
      { ...lambda('3'), Parameters: { LambdaFunctionARN: '${IdentifyCallerArn}', InvocationTimeLimitSeconds: '3' } },
      end,
    ]),
  },
  {
    rule: 'P01',
    says: 'a placeholder in the form of other projects',
    options: { ...inbound, own: true },
    broken: aFlow([say({ PromptId: '%%Music%%' }), end]),
    mended: aFlow([say({ PromptId: '${HoldMusicArn}' }), end]),
  },
  {
    rule: 'R01',
    says: 'an attribute that nothing writes',
    level: 'warn',
    broken: aFlow([say({ Text: 'Hello $.Attributes.name.' }), end]),
    mended: aFlow([
      attributes({ name: 'x' }, to('say', { NoMatchingError: 'say' })),
      say({ Text: 'Hello $.Attributes.name.' }),
      end,
    ]),
  },
  {
    rule: 'R01',
    says: 'an answer of no function',
    level: 'warn',
    broken: aFlow([say({ Text: '$.External.a' }), end]),
    mended: aFlow([
      { ...lambda('3'), Transitions: to('say', { NoMatchingError: 'end' }) },
      say({ Text: '$.External.a' }),
      end,
    ]),
  },
  {
    rule: 'R01',
    says: 'a misspelt namespace',
    level: 'warn',
    broken: aFlow([say({ Text: '$.Atributes.name' }), end]),
    mended: aFlow([say({ Text: '$.Queue.Name' }), end]),
  },
  {
    rule: 'R01',
    says: 'a flow attribute that nothing writes',
    level: 'warn',
    broken: aFlow([say({ Text: '$.FlowAttributes.a' }), end]),
    mended: aFlow([
      action(
        'keep',
        'UpdateFlowAttributes',
        { FlowAttributes: { a: { Value: 'b' } } },
        to('say', { NoMatchingError: 'end' }),
      ),
      say({ Text: '$.FlowAttributes.a' }),
      end,
    ]),
  },
];
