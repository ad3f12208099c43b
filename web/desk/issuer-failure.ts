/** What went wrong with the issuer, as far as an agent can do something about it. */
import { AuthorizationResponseError, ResponseBodyError } from 'oauth4webapi';

export type IssuerFailure =
  /** No answer, or one of a server in trouble. */
  | { kind: 'unreachable' }
  /** The issuer said no (RFC 6749, 4.1.2.1 and 5.2); `description` is its own sentence, outside text. */
  | { kind: 'refused'; error: string; description?: string }
  /** An answer that is not to be trusted or understood. */
  | { kind: 'unusable' };

export function readFailure(failure: unknown): IssuerFailure {
  if (failure instanceof AuthorizationResponseError || failure instanceof ResponseBodyError) {
    const { error, error_description: said } = failure;
    return { kind: 'refused', error, ...(typeof said === 'string' && { description: said }) };
  }
  const cause = failure instanceof Error ? failure.cause : undefined;
  const silent = isNetwork(failure) || isNetwork(cause) || (cause instanceof Response && cause.status >= 500);
  return { kind: silent ? 'unreachable' : 'unusable' };
}

/** `fetch`, and reading a body that breaks off, fail with a bare TypeError; the library's own carry a code. */
const isNetwork = (failure: unknown): boolean =>
  failure instanceof DOMException || (failure instanceof TypeError && !('code' in failure));
