import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../ports.ts';
import type { Connect } from '../types.ts';
import type { CtiFaults } from './faults.ts';
import { RequestError, readObject, sendJson } from './http.ts';
import type { LongPolls } from './long-poll.ts';
import { isAction, perform } from './operations.ts';
import type { Sessions } from './sessions.ts';
import { snapshotOf } from './snapshot.ts';

const target = /^AmazonConnectCTIService\.(\w+)$/;

export interface CtiApi {
  connect: Connect;
  clock: Clock;
  sessions: Sessions;
  polls: LongPolls;
  faults: CtiFaults;
}

/**
 * `POST /connect/api`: AWS JSON 1.0, the operation in `X-Amz-Target`, the agent by `X-Amz-Bearer`. Errors are
 * `{__type, message}`: 400 for what the service refuses, 401 without a valid token, 403 for a user who is no agent.
 */
export async function answerCti(api: CtiApi, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const bearer = req.headers['x-amz-bearer'];
  const username = api.sessions.bearer(typeof bearer === 'string' ? bearer : undefined);
  if (username === undefined) return fail(res, 401, 'UnauthorizedException', 'The session has ended. Sign in again.');
  const agent = api.connect.agent(username);
  if (!agent) return fail(res, 403, 'AccessDeniedException', `'${username}' is no agent of this instance.`);
  const operation = target.exec(String(req.headers['x-amz-target']))?.[1];
  if (!operation) {
    return fail(res, 400, 'UnknownOperationException', 'X-Amz-Target must be AmazonConnectCTIService.<Operation>.');
  }
  try {
    const params = await readObject(req);
    if (operation === 'GetAgentSnapshot') return waitForSnapshot(api, username, params, res);
    if (isAction(operation) && api.faults.of(username).forbidden) {
      return fail(res, 403, 'AccessDeniedException', `'${username}' is not allowed to do ${operation}.`);
    }
    const host = req.headers.host ?? 'localhost';
    const answer =
      operation === 'AcceptContact' && api.faults.takeAcceptFailure(username)
        ? api.connect.failAgent(username)
        : perform(operation, { connect: api.connect, sessions: api.sessions, agent, host, params });
    if (answer.ok) sendJson(res, 200, answer.value);
    else fail(res, 400, answer.type, answer.message);
  } catch (error) {
    if (error instanceof RequestError) return fail(res, error.status, 'SerializationException', error.message);
    // The library tries again on a 5xx, as it does with the real service.
    fail(res, 500, 'InternalServiceError', `${operation} failed: ${error instanceof Error ? error.message : error}`);
    console.error(`connect instance: ${operation} for '${username}' failed`, error);
  }
}

function waitForSnapshot(api: CtiApi, username: string, params: Record<string, unknown>, res: ServerResponse): void {
  const poll = {
    username,
    nextToken: typeof params.nextToken === 'string' ? params.nextToken : undefined,
    holdMs: typeof params.timeout === 'number' ? params.timeout : 0,
  };
  const drop = api.polls.wait(poll, (agent, nextToken) => {
    if (!agent) return fail(res, 403, 'AccessDeniedException', `'${username}' is no agent of this instance.`);
    const body = { snapshot: snapshotOf(agent, api.clock.now()), nextToken };
    const late = api.faults.snapshotDelayMs;
    if (late > 0) setTimeout(sendJson, late, res, 200, body).unref();
    else sendJson(res, 200, body);
  });
  // Polls of closed workers would otherwise hang until their time ends.
  res.on('close', drop);
}

function fail(res: ServerResponse, status: number, type: string, message: string): void {
  sendJson(res, status, { __type: type, message }, { 'Content-Type': 'application/x-amz-json-1.0' });
}
