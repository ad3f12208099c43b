/**
 * Called by CloudFormation when the stack is created, updated or deleted.
 * Given which number leads to which flow and which queue offers which quick connects, as ARNs.
 * If it fails, the deployment stops and is rolled back; the reason stands in the stack's events.
 * It may take 2 minutes: Connect allows two calls a second. It answers before its time is over, whatever happens.
 */
import type { Context } from 'aws-lambda';
import { connectClient, linksOn } from '../shared/adapters/connect.ts';
import { makeLog } from '../shared/log.ts';
import { change, resourceRequest } from './change.ts';
import { answerTo, type Outcome, respond } from './respond.ts';

const client = connectClient();
const log = makeLog({ function: 'link-connect' });

/** Left for the answer itself. */
const reserve = 10_000;

export async function handler(event: unknown, context?: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> {
  const request = resourceRequest.parse(event);
  const time = (context?.getRemainingTimeInMillis() ?? 60_000) - reserve;
  const outcome = await Promise.race([outcomeOf(change(request, linksOn(client))), tooLate(time)]);
  const { RequestType: type, LogicalResourceId: resource } = request;
  if (outcome.status === 'SUCCESS') log.info('linked', { type, resource });
  else log.error('not linked', { type, resource, reason: outcome.reason });
  await respond(request.ResponseURL, answerTo(request, outcome));
}

async function outcomeOf(work: Promise<void>): Promise<Outcome> {
  try {
    await work;
    return { status: 'SUCCESS' };
  } catch (fault) {
    return { status: 'FAILED', reason: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) };
  }
}

function tooLate(ms: number): Promise<Outcome> {
  const reason = 'Connect did not take the links in time';
  return new Promise((resolve) => setTimeout(() => resolve({ status: 'FAILED', reason }), ms).unref());
}
