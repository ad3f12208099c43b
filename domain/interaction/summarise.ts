import type { CallerFact, ChoiceFact, Fact, PermitFact } from './facts.ts';
import { isContactFact } from './facts.ts';
import { holderOf } from './holder.ts';
import { compare, inPrecedence, legsOf } from './legs.ts';
import { isOutbound, lastEnd, outcomeOf } from './outcomes.ts';
import type { Course } from './states.ts';
import { historyOf } from './states.ts';
import type { CallPermit, Interaction, Leg } from './types.ts';

/**
 * The record of one conversation: a pure function of the set of its facts, so order and repetition cannot matter.
 * Takes facts of one interaction; answers undefined when there is none.
 */
export function summarise(facts: readonly Fact[]): Interaction | undefined {
  const id = facts[0]?.interactionId;
  if (id === undefined) return undefined;

  const legs = legsOf(facts);
  // A supervisor who listens is a leg, and neither has the call nor keeps it open.
  const parties = legs.filter((leg) => leg.method !== 'MONITOR');
  const course = courseOf(id, parties, facts);
  const history = historyOf(course);
  const present = history.at(-1);
  if (present === undefined) throw new Error(`no row of the state table holds for interaction ${id}`);

  return {
    id,
    state: present.state,
    outcome: course.outcome,
    direction: course.direction,
    history,
    ...whoCalled(id, facts, course.direction),
    permit: permitOf(facts),
    startedAt: course.startedAt,
    endedAt: course.endedAt,
    agentArn: holderOf(parties),
    queueArn: lastQueue(parties),
    legs,
  };
}

function courseOf(id: string, legs: readonly Leg[], facts: readonly Fact[]): Course {
  const first = legs.find((leg) => leg.contactId === id);
  const direction = isOutbound((first ?? legs[0])?.method) ? 'outbound' : 'inbound';
  const endedAt = lastEnd(legs);
  return {
    direction,
    startedAt: first?.startedAt ?? earliest([...legs.flatMap(times), ...facts.map((fact) => fact.at)]),
    answeredAt: legs
      .flatMap((leg) => leg.connectedAt ?? [])
      .sort(compare)
      .at(0),
    endedAt,
    outcome: endedAt === undefined ? undefined : outcomeOf(legs, direction),
  };
}

/**
 * Numbers and person: identify-caller's word first, else what the first contact says, else a later one that names the
 * same two ends, which that of an outside party does not; of a call out, whom the desk gave leave to call.
 */
function whoCalled(
  id: string,
  facts: readonly Fact[],
  direction: Interaction['direction'],
): Pick<Interaction, 'caller' | 'callerNumber' | 'dialledNumber' | 'requestNumber'> {
  const caller = inPrecedence(facts.filter((fact): fact is CallerFact => fact.source === 'identify-caller')).at(-1);
  const choice = inPrecedence(facts.filter((fact): fact is ChoiceFact => fact.source === 'agent')).at(-1);
  const permit = settledPermit(facts);
  const contacts = inPrecedence(facts.filter(isContactFact));
  const ofFirst = contacts.filter((fact) => fact.contactId === id);
  const alike = contacts.filter(
    ({ method }) => isOutbound(method) === (direction === 'outbound') && !isExternal(method),
  );
  const stated = (name: 'callerNumber' | 'dialledNumber') =>
    caller?.[name] ?? [ofFirst, alike].flatMap((some) => some.findLast((fact) => fact[name])?.[name] ?? []).at(0);
  return {
    callerNumber: stated('callerNumber'),
    dialledNumber: stated('dialledNumber'),
    caller: callerOf(caller ?? (permit?.outcome && { ...permit, outcome: permit.outcome }), choice),
    requestNumber: caller?.requestNumber,
  };
}

const isExternal = (method: string | undefined): boolean => method === 'EXTERNAL_OUTBOUND';

/** The agent who spoke with the caller knows better than any look-up. */
function callerOf(
  caller: Pick<CallerFact, 'outcome' | 'personId' | 'personName'> | undefined,
  choice: ChoiceFact | undefined,
): Interaction['caller'] {
  const { outcome = 'not-identified', personId, personName } = caller ?? {};
  if (choice) {
    const { personId: id, personName: name, by, at } = choice;
    return { outcome, personId: id, personName: name, chosenBy: by, chosenAt: at };
  }
  return caller && { outcome, personId, personName };
}

/** A contact that became known late may have taken the permit from this one, so a violation overrules. */
function settledPermit(facts: readonly Fact[]): PermitFact | undefined {
  const permits = inPrecedence(facts.filter((fact): fact is PermitFact => fact.source === 'permit'));
  return permits.findLast(({ kind }) => kind === 'violation') ?? permits.at(-1);
}

function permitOf(facts: readonly Fact[]): CallPermit | undefined {
  const permit = settledPermit(facts);
  if (!permit) return undefined;
  const { kind, by, refusal, reason } = permit;
  return { kind, by, ...(refusal && { refusal }), ...(reason !== undefined && { reason }) };
}

/** The queue that it waited in last; an agent's own queue is a step of a transfer, which the leg tells. */
function lastQueue(legs: readonly Leg[]): string | undefined {
  return legs
    .flatMap(({ queueArn, enqueuedAt }) =>
      queueArn && enqueuedAt && !isAgentQueue(queueArn) ? [{ queueArn, enqueuedAt }] : [],
    )
    .sort((a, b) => compare(a.enqueuedAt, b.enqueuedAt))
    .at(-1)?.queueArn;
}

const isAgentQueue = (arn: string): boolean => arn.includes('/queue/agent/');

function times(leg: Leg): string[] {
  return [leg.startedAt, leg.enqueuedAt, leg.connectedAt, leg.endedAt].filter((time) => time !== undefined);
}

function earliest(times: readonly string[]): string {
  return times.reduce((a, b) => (a < b ? a : b));
}
