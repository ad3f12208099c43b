import type { BlockContext } from '../blocks/types.ts';
import { asText } from './references.ts';
import { contactData } from './scope.ts';

export type FunctionAnswer = { ok: true; value: Record<string, unknown> } | { ok: false; why: string };

/** The longest that a flow waits for a function, whatever the block says [docs]. */
const longestMs = 8_000;
/** Runs in all: one and three retries, for throttling, service and function errors, inside the time limit [docs]. */
const mostRuns = 4;
const mostBytes = 32 * 1024;

/**
 * Invokes the function of an InvokeLambdaFunction block as Connect does. What comes back is the answer, or why the
 * block's error branch is taken; a missing association or permission is a problem of the stack and said as one.
 */
export async function invoke(context: BlockContext): Promise<FunctionAnswer> {
  const { action, resources, text } = context;
  const arn = text(action.parameters.LambdaFunctionARN);
  if (!resources.functions.has(arn)) {
    const why =
      `the function ${arn} is not associated with the instance: the template lacks an ` +
      'AWS::Connect::IntegrationAssociation of type LAMBDA_FUNCTION for it';
    context.problem(why);
    return { ok: false, why };
  }
  let left = Math.min(longestMs, Number(text(action.parameters.InvocationTimeLimitSeconds)) * 1000);
  let why = '';
  for (let run = 0; run < mostRuns && left > 0; run++) {
    const { invocation, payload } = await context.invoke(arn, request(context), left);
    if (invocation.outcome === 'ok') return check(action.parameters.ResponseValidation, payload);
    why = `the function ${invocation.functionName} gave ${invocation.outcome}: ${invocation.message ?? 'no message'}`;
    if (invocation.outcome === 'refused') {
      context.problem(why);
      break;
    }
    if (invocation.outcome === 'timeout') break;
    left -= invocation.ms;
  }
  return { ok: false, why };
}

/** What the function is given. Neither `$.External` nor `$.StoredCustomerInput` is in it; flows pass them [docs]. */
function request(context: BlockContext) {
  const given = Object.entries(Object(context.action.parameters.LambdaInvocationAttributes));
  return {
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: structuredClone(contactData(context)),
      Parameters: Object.fromEntries(given.map(([key, value]) => [key, context.text(value)])),
    },
  };
}

/**
 * STRING_MAP, also assumed when the block does not say: a flat object whose values are texts. JSON: any object.
 * Values of another kind under STRING_MAP fail here; AWS does not say what it does [assumed].
 */
function check(validation: unknown, payload: unknown): FunctionAnswer {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    return { ok: false, why: `the function answered ${JSON.stringify(payload)}, not an object` };
  }
  const text = JSON.stringify(payload);
  if (Buffer.byteLength(text) >= mostBytes) return { ok: false, why: 'the answer is not under 32 KB' };
  const value: Record<string, unknown> = JSON.parse(text);
  if (asText(Object(validation).ResponseType) !== 'JSON') {
    const wrong = Object.entries(value).find(([, member]) => typeof member !== 'string');
    if (wrong) {
      return { ok: false, why: `the answer is no STRING_MAP: ${wrong[0]} is ${JSON.stringify(wrong[1])}, not a text` };
    }
  }
  return { ok: true, value };
}
