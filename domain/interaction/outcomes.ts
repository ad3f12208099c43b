import { endedTogether } from './leg-kind.ts';
import type { InteractionOutcome, Leg } from './types.ts';

/** Methods by which we call the customer; every other first contact is the customer's. */
const outboundMethods = new Set(['OUTBOUND', 'API', 'EXTERNAL_OUTBOUND', 'CAMPAIGN_PREVIEW']);

export function isOutbound(method: string | undefined): boolean {
  return method !== undefined && outboundMethods.has(method);
}

/** Whether it is us who dial the customer: calls out, and a customer whom an agent calls back. */
export const weDial = (method: string | undefined): boolean => isOutbound(method) || method === 'CALLBACK';

/** Connect's disconnect reasons that mean that the customer was never reached. */
const outboundFailures: Record<string, InteractionOutcome> = {
  TELECOM_UNANSWERED: 'No Answer',
  TELECOM_TIMEOUT: 'No Answer',
  TELECOM_ORIGINATOR_CANCEL: 'No Answer',
  TELECOM_BUSY: 'Busy',
  TELECOM_NUMBER_INVALID: 'Bad number',
  OUTBOUND_DESTINATION_ENDPOINT_ERROR: 'Bad number',
};

/**
 * Why a conversation that has ended closed. Takes its legs in the order of their start, all ended, none of them a
 * supervisor's; answers one of the closed set of outcomes.
 *
 * The leg that ended last decides whether a wait was abandoned: a wait that an agent outlasted was a consultation, and
 * one that went on in another queue was not the last. Legs that ended together were ended together, so an agent among
 * them had the call.
 */
export function outcomeOf(legs: readonly Leg[], direction: 'inbound' | 'outbound'): InteractionOutcome {
  const end = lastEnd(legs);
  const last = legs.filter((leg) => endedTogether(leg, { endedAt: end }));
  const wait = last.some((leg) => leg.connectedAt !== undefined) ? undefined : last.findLast(waitedInVain);
  if (wait) return endedByFlow(wait) ? 'Deflected' : 'Abandoned';
  if (direction === 'outbound') return outboundOutcome(legs[0]);
  const back = last.find(
    ({ method, connectedToSystemAt }) => method === 'CALLBACK' && connectedToSystemAt === undefined,
  );
  const failure = outboundFailures[back?.reason ?? ''];
  if (failure) return failure;
  if (legs.some((leg) => leg.connectedAt !== undefined)) return 'Answered';
  return last.some(endedByFlow) ? 'Deflected' : 'Left before queue';
}

/** When the last of these legs ended; absent while one of them goes on or there is none. */
export function lastEnd(legs: readonly Leg[]): string | undefined {
  let last: string | undefined;
  for (const { endedAt } of legs) {
    if (endedAt === undefined) return undefined;
    if (last === undefined || endedAt > last) last = endedAt;
  }
  return last;
}

function waitedInVain(leg: Leg): boolean {
  return leg.enqueuedAt !== undefined && leg.connectedAt === undefined;
}

function endedByFlow(leg: Leg): boolean {
  return leg.reason === 'CONTACT_FLOW_DISCONNECT';
}

/**
 * The agent's own telephone is connected before the customer's is, so an agent's connected time does not say that
 * anyone answered; the reason does, else the time at which the customer's end was connected.
 * [assumed: AWS does not document connectedToSystemTimestamp of an outbound call that failed]
 */
function outboundOutcome(first: Leg | undefined): InteractionOutcome {
  const reason = first?.reason ?? '';
  const failure = outboundFailures[reason];
  if (failure) return failure;
  if (first?.connectedToSystemAt !== undefined) return 'Answered';
  if (reason.startsWith('TELECOM_')) return 'No Answer';
  return first?.connectedAt === undefined ? 'No Answer' : 'Answered';
}
