import type { AwsRequest, AwsResponse } from '../../ports.ts';
import type { AsyncInvocations } from '../functions/asynchronous.ts';
import { type LocalFunctions, nameOf } from '../functions/functions.ts';
import type { Place, Problems } from '../types.ts';
import { awsError } from './answers.ts';
import { type Caller, refusedBy } from './caller.ts';

/** Lambda's Invoke for functions that call functions; other operations are not emulated. */
export function createLambdaService(
  functions: LocalFunctions,
  asynchronous: AsyncInvocations,
  place: Place,
  problems: Problems,
) {
  return async (request: AwsRequest, caller: Caller): Promise<AwsResponse> => {
    const [, named] = /^\/2015-03-31\/functions\/([^/]+)\/invocations(?:\?|$)/.exec(request.path) ?? [];
    if (request.method !== 'POST' || !named) {
      return awsError(400, 'NotEmulatedException', `not emulated: lambda ${request.method} ${request.path}`);
    }
    const name = nameOf(decodeURIComponent(named));
    const arn = `arn:${place.partition}:lambda:${place.region}:${place.account}:function:${name}`;
    const refusal = refusedBy(caller, [{ action: 'lambda:InvokeFunction', resource: arn }], problems);
    if (refusal) return awsError(403, 'AccessDeniedException', refusal);
    const definition = functions.find(name);
    if (!definition) return awsError(404, 'ResourceNotFoundException', `Function not found: ${arn}`);

    const payload: unknown = request.body ? JSON.parse(request.body) : {};
    if (request.headers['x-amz-invocation-type'] === 'Event') {
      void asynchronous.invoke(name, payload);
      return { status: 202, headers: {}, body: '' };
    }
    const { invocation, payload: answer } = await functions.run(definition, payload);
    if (invocation.outcome === 'ok') return reply(answer, {});
    const failure = { errorType: 'Error', errorMessage: invocation.message };
    return reply(failure, { 'x-amz-function-error': 'Unhandled' });
  };
}

const reply = (body: unknown, headers: Record<string, string>): AwsResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body ?? null),
});
