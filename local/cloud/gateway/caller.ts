import type { Pool } from '../functions/pool.ts';
import type { FunctionProcess } from '../functions/process.ts';
import { type Role, type Roles, refusal } from '../iam/roles.ts';
import type { Ask } from '../iam/types.ts';
import type { Problems } from '../types.ts';

/** Who sent a request to the gateway. */
export interface Caller {
  role: Role;
  functionName: string;
  process: FunctionProcess;
}

export interface SignedRequest {
  /** Signing name of the service, e.g. `dynamodb`. */
  service: string;
  accessKey: string;
  session: string;
}

/** Reads a SigV4 request's `Authorization`; undefined when it is not signed. Signatures are not checked. */
export function signedBy(headers: Record<string, string>): SignedRequest | undefined {
  const [, accessKey, service] =
    /Credential=([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? '') ?? [];
  if (!accessKey || !service) return undefined;
  return { service, accessKey, session: headers['x-amz-security-token'] ?? '' };
}

/** The function process behind a request, by its session token and its role's made-up access key. */
export function callerOf(signed: SignedRequest, roles: Roles, pool: Pool): Caller | undefined {
  const role = roles.byAccessKey(signed.accessKey);
  const running = pool.bySession(signed.session);
  if (!role || !running || running.definition.role !== role) return undefined;
  return { role, functionName: running.definition.name, process: running.process };
}

/** AWS's refusal when the caller's policies do not allow everything that is asked; it is also noted as a problem. */
export function refusedBy(caller: Caller, asks: Ask[], problems: Problems): string | undefined {
  const why = refusal(caller.role, caller.functionName, asks);
  if (why) problems.add(`AccessDeniedException: ${why}`);
  return why;
}
