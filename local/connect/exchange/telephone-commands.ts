import { isThreeParty, needsConference, type TalkEvent } from '../machine/talk.ts';
import type { Answer } from '../types.ts';
import { addConnection } from './consulting.ts';
import { clear } from './ending.ts';
import { accept } from './joining.ts';
import { agentLeaves, dropCustomer, dropThird } from './leaving.ts';
import { show } from './legs.ts';
import { moveTalk } from './talking.ts';
import { notTaken } from './waiting.ts';
import { type Agent, type Connection, changed, type Leg, type ThirdParty, type World } from './world.ts';

export type Params = Record<string, unknown>;
export type Command = (world: World, agent: Agent, params: Params) => Answer;

export const done: Answer = { ok: true, value: {} };
export const invalid = (message: string): Answer => ({ ok: false, type: 'InvalidStateException', message });

/** A command on one of the agent's contacts. */
const onLeg =
  (command: (world: World, leg: Leg, params: Params) => Answer): Command =>
  (world, agent, params) => {
    const leg = agent.legs.find((candidate) => candidate.contact.id === params.contactId);
    if (!leg) return invalid(`${agent.username} has no contact ${params.contactId}`);
    return command(world, leg, params);
  };

/** Which of the contact's connections is meant. */
type Side = { of: 'agent' | 'customer'; connection: Connection } | { of: 'third'; connection: ThirdParty };

const onConnection = (command: (world: World, leg: Leg, side: Side, params: Params) => Answer): Command =>
  onLeg((world, leg, params) => {
    const third = leg.thirds.find(({ id }) => id === params.connectionId);
    if (third) return command(world, leg, { of: 'third', connection: third }, params);
    if (params.connectionId === leg.own.id) return command(world, leg, { of: 'agent', connection: leg.own }, params);
    if (params.connectionId === leg.customer.id) {
      return command(world, leg, { of: 'customer', connection: leg.customer }, params);
    }
    return invalid(`contact ${leg.contact.id} has no connection ${params.connectionId}`);
  });

const cannot = (what: string, leg: Leg) =>
  invalid(`Cannot ${what}: Invalid contact state. The contact is ${leg.state}.`);

const talking = (leg: Leg) => leg.state === 'connected' && leg.contact.life === 'talking';

/** Muting is done in the agent's browser; the service only has to know of it. */
const setMuted = (muted: boolean) =>
  onConnection((world, leg, { connection }) => {
    if (leg.state !== 'connected') return cannot('change the microphone', leg);
    connection.muted = muted;
    changed(world, leg.agent);
    return done;
  });

/** A move of the talk as a command. */
const talkCommand = (event: TalkEvent, what: string): Command =>
  onLeg((world, leg) => {
    if (!talking(leg) || !moveTalk(world, leg, event)) return cannot(what, leg);
    return done;
  });

/** The agent's own connection goes on hold when two others are there to talk [docs]. */
function holdOwn(world: World, leg: Leg, onHold: boolean): boolean {
  if (leg.own.state !== (onHold ? 'connected' : 'hold') || (onHold && !isThreeParty(leg.talk))) return false;
  show(world, leg.own, onHold ? 'hold' : 'connected');
  changed(world, leg.agent);
  return true;
}

const holdEvents = { customer: 'holdCustomer', third: 'holdThird' } as const;
const resumeEvents = { customer: 'resumeCustomer', third: 'resumeThird' } as const;

const hold = onConnection((world, leg, { of }) => {
  const can = talking(leg) && (of === 'agent' ? holdOwn(world, leg, true) : moveTalk(world, leg, holdEvents[of]));
  return can ? done : cannot('put call on hold', leg);
});

const resume = onConnection((world, leg, { of }) => {
  if (talking(leg) && of !== 'agent' && needsConference(leg.talk, resumeEvents[of])) {
    return { ok: false, type: 'InternalServiceError', message: 'Cannot resume connection from hold' };
  }
  const can = talking(leg) && (of === 'agent' ? holdOwn(world, leg, false) : moveTalk(world, leg, resumeEvents[of]));
  return can ? done : cannot('resume connection from hold', leg);
});

/** Ending the customer's connection ends a call of two; with a third party there it drops the customer alone. */
const destroy = onConnection((world, leg, side) => {
  const rings = leg.state === 'connecting' || leg.state === 'incoming';
  if (side.of === 'third') {
    if (side.connection.contact.parent !== side.connection) return cannot('end the connection', leg);
    dropThird(world, side.connection);
  } else if (rings && side.of === 'agent') notTaken(world, leg, 'rejected');
  else if (leg.state !== 'connected' && leg.state !== 'calling') return cannot('end the connection', leg);
  else if (side.of === 'agent' || !dropCustomer(world, leg)) agentLeaves(world, leg);
  return done;
});

/** What an agent may ask about calls, by the CTI API's names. */
export const telephoneCommands: Record<string, Command> = {
  AcceptContact: onLeg((world, leg) => {
    if (leg.state !== 'connecting' && leg.state !== 'incoming') return cannot('accept the contact', leg);
    accept(world, leg);
    return done;
  }),
  RejectContact: onLeg((world, leg) => {
    if (leg.state !== 'connecting' && leg.state !== 'incoming') return cannot('reject the contact', leg);
    notTaken(world, leg, 'rejected');
    return done;
  }),
  DestroyConnection: destroy,
  ClearContact: onLeg((world, leg) => (clear(world, leg) ? done : cannot('clear the contact', leg))),
  CompleteContact: onLeg((world, leg) => {
    if (leg.state === 'connecting' || leg.state === 'incoming') return cannot('complete the contact', leg);
    if (leg.state === 'connected' || leg.state === 'calling') agentLeaves(world, leg);
    clear(world, leg);
    return done;
  }),
  HoldConnection: hold,
  ResumeConnection: resume,
  CreateAdditionalConnection: onLeg((world, leg, { endpoint }) => addConnection(world, leg, endpoint)),
  ToggleActiveConnections: talkCommand('toggle', 'toggle connections'),
  ConferenceConnections: talkCommand('conference', 'conference connections'),
  SendDigits: onConnection((_world, leg, { of, connection }, { digits }) => {
    if (leg.state !== 'connected') return cannot('send digits', leg);
    if (!/^[0-9*#,]+$/.test(String(digits))) return invalid(`"${digits}" are no digits of a telephone`);
    // Nobody but the flow of a transfer listens here; a comma is a pause.
    const { run } = of === 'third' ? connection.contact : {};
    for (const key of String(digits).replaceAll(',', '')) run?.press(key);
    return done;
  }),
  MuteParticipant: setMuted(true),
  UnmuteParticipant: setMuted(false),
};
