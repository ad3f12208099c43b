import { request as http } from 'node:http';
import { request as https } from 'node:https';
import type { ResourceRequest } from './change.ts';

export type Outcome = { status: 'SUCCESS' } | { status: 'FAILED'; reason: string };

/**
 * The answer that CloudFormation waits for. The physical id never changes: another one would make CloudFormation delete
 * the links it has just been given.
 */
export function answerTo(request: ResourceRequest, outcome: Outcome): string {
  return JSON.stringify({
    Status: outcome.status,
    // CloudFormation refuses an answer of more than 4 KB.
    ...(outcome.status === 'FAILED' && { Reason: outcome.reason.slice(0, 1000) || 'no reason was given' }),
    PhysicalResourceId: request.PhysicalResourceId ?? `${request.LogicalResourceId}-links`,
    StackId: request.StackId,
    RequestId: request.RequestId,
    LogicalResourceId: request.LogicalResourceId,
  });
}

/**
 * Puts the answer to the address that CloudFormation gave, trying three times: without one the stack waits an hour.
 * The signature of that address covers an empty content type.
 */
export async function respond(url: string, answer: string, pause = 500): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await put(new URL(url), answer);
    } catch (fault) {
      if (attempt === 3) throw fault;
      await new Promise((resolve) => setTimeout(resolve, pause * attempt));
    }
  }
}

function put(url: URL, body: string): Promise<void> {
  const request = url.protocol === 'http:' ? http : https;
  const headers = { 'content-type': '', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'PUT', headers, timeout: 5_000 }, (response) => {
      response.resume();
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) response.on('end', resolve);
      else reject(new Error(`CloudFormation's address answered ${status}`));
    });
    sending.on('timeout', () => sending.destroy(new Error("CloudFormation's address did not answer")));
    sending.on('error', reject);
    sending.end(body);
  });
}
