import type { Connect } from '../../connect/types.ts';
import type { AwsRequest, AwsResponse } from '../../ports.ts';
import type { ConnectAsks } from '../iam/connect-asks.ts';
import type { Place, Problems } from '../types.ts';
import { awsError } from './answers.ts';
import { type Caller, refusedBy } from './caller.ts';

/** Connect's control plane for functions: checks the caller's policies and hands the request to the instance. */
export function createConnectService(
  connect: Pick<Connect, 'api'>,
  asksOf: () => Promise<ConnectAsks>,
  place: Place,
  problems: Problems,
) {
  return async (request: AwsRequest, caller: Caller): Promise<AwsResponse> => {
    const { operation, asks } = (await asksOf())(request, place);
    if (!asks) {
      problems.add(`not emulated: connect ${operation}`);
      return awsError(400, 'NotEmulatedException', `not emulated: connect ${operation}`);
    }
    const refusal = refusedBy(caller, asks, problems);
    return refusal ? awsError(403, 'AccessDeniedException', refusal) : connect.api(request);
  };
}
