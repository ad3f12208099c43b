import {
  action,
  aFlow,
  attributes,
  digits,
  end,
  enterQueue,
  lambda,
  menu,
  orEnd,
  say,
  store,
  to,
} from '../builders.ts';
import type { Row } from './row.ts';

const hooks = (parameters: object) => action('hook', 'UpdateContactEventHooks', parameters as never, orEnd);

/** What stands in Parameters. */
export const parametersRows: Row[] = [
  {
    rule: 'V13',
    says: 'a menu that validates',
    broken: aFlow([menu({ InputValidation: digits.InputValidation }), end]),
    mended: aFlow([menu(), end]),
  },
  {
    rule: 'V13',
    says: 'a menu without time limit',
    broken: aFlow([menu({ InputTimeLimitSeconds: undefined }), end]),
    mended: aFlow([menu(), end]),
  },
  {
    rule: 'V13',
    says: 'a store without validation',
    broken: aFlow([store({ InputTimeLimitSeconds: '5' }), end]),
    mended: aFlow([store(digits), end]),
  },
  {
    rule: 'V14',
    says: 'text and SSML',
    broken: aFlow([say({ Text: 'x', SSML: '<speak>x</speak>' }), end]),
    mended: aFlow([say({ SSML: '<speak>x</speak>' }), end]),
  },
  { rule: 'V14', says: 'no prompt at all', broken: aFlow([say({}), end]), mended: aFlow([say(), end]) },
  {
    rule: 'V14',
    says: 'a repeated message that says nothing',
    broken: aFlow([action('wait', 'MessageParticipantIteratively', { Messages: [{}] })]),
    mended: aFlow([action('wait', 'MessageParticipantIteratively', { Messages: [{ Text: 'x' }] })]),
  },
  {
    rule: 'V15',
    says: 'an empty prompt',
    broken: aFlow([say({ Text: '' }), end]),
    mended: aFlow([say({ Text: ' ' }), end]),
  },
  {
    rule: 'V15',
    says: 'an empty attribute',
    broken: aFlow([attributes({ name: '' }), end]),
    mended: aFlow([attributes({ name: ' ' }), end]),
  },
  {
    rule: 'V15',
    says: 'an empty text in a view',
    level: 'warn',
    broken: aFlow([
      action(
        'show',
        'ShowView',
        { ViewResource: { Id: 'v' }, InvocationTimeLimitSeconds: '9', ViewData: { a: '' } },
        to('end', { NoMatchingCondition: 'end', NoMatchingError: 'end', TimeLimitExceeded: 'end' }),
      ),
      end,
    ]),
    mended: aFlow([
      action(
        'show',
        'ShowView',
        { ViewResource: { Id: 'v' }, InvocationTimeLimitSeconds: '9', ViewData: { a: 'b' } },
        to('end', { NoMatchingCondition: 'end', NoMatchingError: 'end', TimeLimitExceeded: 'end' }),
      ),
      end,
    ]),
  },
  {
    rule: 'V16',
    says: 'a queue given to the transfer',
    broken: aFlow([{ ...enterQueue, Parameters: { QueueId: 'q' } }, end]),
    mended: aFlow([enterQueue, end]),
  },
  {
    rule: 'V16',
    says: 'a wait as the documentation spells it',
    broken: aFlow([action('wait', 'Wait', { TimeoutSeconds: '5', TimeLimitSeconds: '5' }, orEnd), end]),
    mended: aFlow([action('wait', 'Wait', { TimeLimitSeconds: '5' }, orEnd), end]),
  },
  {
    rule: 'V16',
    says: 'a hook that does not exist',
    broken: aFlow([hooks({ EventHooks: { CustomerQueues: 'f' } }), end]),
    mended: aFlow([hooks({ EventHooks: { CustomerQueue: 'f' } }), end]),
  },
  {
    rule: 'V16',
    says: 'what the console exports and the API refuses',
    broken: aFlow([hooks({ EventHooks: { CustomerQueue: 'f' }, EventHooksConfiguration: {} }), end]),
    mended: aFlow([hooks({ EventHooks: { CustomerQueue: 'f' } }), end]),
  },
  {
    rule: 'V16',
    says: 'a function without ARN',
    broken: aFlow([action('ask', 'InvokeLambdaFunction', { InvocationTimeLimitSeconds: '3' }, orEnd), end]),
    mended: aFlow([lambda('3'), end]),
  },
  {
    rule: 'V16',
    says: 'a queue and an agent',
    broken: aFlow([action('set', 'UpdateContactTargetQueue', { QueueId: 'q', AgentId: 'a' }, orEnd), end]),
    mended: aFlow([action('set', 'UpdateContactTargetQueue', { QueueId: 'q' }, orEnd), end]),
  },
  {
    rule: 'V16',
    says: 'a flow attribute without its wrapping',
    broken: aFlow([action('keep', 'UpdateFlowAttributes', { FlowAttributes: { a: 'b' } }, orEnd), end]),
    mended: aFlow([action('keep', 'UpdateFlowAttributes', { FlowAttributes: { a: { Value: 'b' } } }, orEnd), end]),
  },
  {
    rule: 'V28',
    says: 'a function that takes 9 seconds',
    broken: aFlow([lambda('9'), end]),
    mended: aFlow([lambda('8'), end]),
  },
  {
    rule: 'V28',
    says: 'a function that takes no time',
    broken: aFlow([lambda('0'), end]),
    mended: aFlow([lambda('${LIMIT}'), end]),
  },
];
