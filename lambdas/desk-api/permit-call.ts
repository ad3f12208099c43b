import { type CallPermission, type CallRequest, callRequest } from '../../domain/api.ts';
import { askCallee, type Callee } from '../../domain/calling/callee.ts';
import { type CallVerdict, judgeCall } from '../../domain/calling/judge-call.ts';
import { type DialableNumber, dialableNumber } from '../../domain/calling/number.ts';
import { type Permit, permitLasts } from '../../domain/calling/permit.ts';
import type { Person } from '../../domain/directory/types.ts';
import { shownNumber } from '../../domain/phone/shown-number.ts';
import { answered } from '../shared/find-caller.ts';
import type { Handle, SignedIn } from '../shared/http.ts';
import { Refused } from '../shared/parse.ts';
import type { Desk } from './ports.ts';
import { selectable } from './selectable.ts';

/**
 * Whether an agent may dial this number now. Without a permit the page does not dial, and who dials all the same is on
 * record. A refusal is an answer, not an error; only an override without the role for it is.
 */
export const permitCall =
  (desk: Desk): Handle =>
  async ({ user, body }) => {
    const asked = body(callRequest);
    const mayOverride = user.roles.some((role) => role !== 'agent');
    if (asked.override && !mayOverride) {
      throw new Refused('forbidden', `Only supervisors may call against the rules, and ${user.username} is none.`);
    }
    const number = dialableNumber(asked.number, desk.lineRegion);
    if (!number) return { body: notDialable(asked.number, desk.lineRegion) };
    const agentArn = await agentOf(desk, user);
    const [meant, callee] = await Promise.all([
      asked.personId === undefined ? undefined : whoStayed(desk, asked.personId),
      answered(askCallee(number.e164, desk), desk.lookUp),
    ]);
    const person = asked.personId === undefined ? undefined : selectable(meant, desk.organisations);
    const now = desk.clock.now();
    const verdict = judgeCall(number, callee.doNotCall || person?.doNotCall === true, desk.callRules, now);
    const permission = { ...shown(number, verdict) };
    if (verdict.refusal && !asked.override) {
      const opensAt = verdict.opensAt?.toISOString();
      const refused = { permitted: false, reason: verdict.refusal, mayOverride, ...(opensAt && { opensAt }) } as const;
      return { body: { ...permission, ...refused } satisfies CallPermission };
    }
    const permit: Permit = {
      id: desk.newId(),
      agentArn,
      number: number.e164,
      by: user.username,
      at: now.toISOString(),
      until: new Date(now.getTime() + permitLasts).toISOString(),
      ...calleeOf(callee, person),
      ...overrideOf(asked, verdict),
    };
    await desk.callsOut.permit(permit);
    const granted = { permitted: true, permit: permit.id, until: permit.until, recorded: desk.callsRecorded } as const;
    return { body: { ...permission, ...granted } satisfies CallPermission };
  };

/** A page that was open during a merge still names the duplicate. */
async function whoStayed({ people }: Desk, id: string): Promise<Person | undefined> {
  let person = await people.person(id);
  while (person?.mergedInto !== undefined) person = await people.person(person.mergedInto);
  return person;
}

/** A permit is the agent's whom the phone system will name; who is none there cannot dial either. */
async function agentOf({ directory }: Desk, { username }: SignedIn): Promise<string> {
  const agent = await directory.agentByUsername(username);
  if (agent) return agent.arn;
  throw new Refused('forbidden', `The phone system has no agent ${username}, so there is nobody to dial for.`);
}

function notDialable(text: string, region: string): CallPermission {
  const display = shownNumber(text, region)?.display ?? '';
  return { permitted: false, reason: 'not-dialable', mayOverride: false, display };
}

function shown({ e164, display }: DialableNumber, { timeZone, localTime }: CallVerdict) {
  return { dial: e164, display, ...(timeZone && { timeZone, localTime }) };
}

/** Whom the agent means, else whoever alone has the number. */
function calleeOf(callee: Callee, meant: Person | undefined): Pick<Permit, 'outcome' | 'personId' | 'personName'> {
  const person = meant ?? callee.person;
  if (!person) return { outcome: callee.outcome };
  return { outcome: 'one-person', personId: person.id, personName: person.name };
}

/** An override that was not needed is none. */
function overrideOf({ override }: CallRequest, { refusal }: CallVerdict): Pick<Permit, 'override'> {
  return override && refusal ? { override: { refusal, reason: override.reason } } : {};
}
