import { choose } from '../machine/agent-state.ts';
import type { AgentStatus } from '../resources.ts';
import type { AgentCommand, Answer } from '../types.ts';
import { agentStatuses, chosenState } from './agents.ts';
import { agentHangsUp, clear } from './ending.ts';
import { accept, hold, resume } from './joining.ts';
import { notTaken, route } from './waiting.ts';
import { type Agent, changed, type Leg, now, type World } from './world.ts';

type Params = Record<string, unknown>;
type Command = (world: World, agent: Agent, params: Params) => Answer;

const done: Answer = { ok: true, value: {} };
const invalid = (message: string): Answer => ({ ok: false, type: 'InvalidStateException', message });

/** A command on one of the agent's contacts. */
const onLeg =
  (command: (world: World, agent: Agent, leg: Leg, params: Params) => Answer): Command =>
  (world, agent, params) => {
    const leg = agent.legs.find((candidate) => candidate.contact.id === params.contactId);
    if (!leg) return invalid(`${agent.username} has no contact ${params.contactId}`);
    return command(world, agent, leg, params);
  };

/** A command on one connection of a contact. */
const onConnection = (
  command: (world: World, agent: Agent, leg: Leg, side: 'agent' | 'customer', params: Params) => Answer,
): Command =>
  onLeg((world, agent, leg, params) => {
    if (params.connectionId === leg.connectionId) return command(world, agent, leg, 'agent', params);
    if (params.connectionId === leg.customerConnectionId) return command(world, agent, leg, 'customer', params);
    return invalid(`contact ${leg.contact.id} has no connection ${params.connectionId}`);
  });

const cannot = (what: string, leg: Leg) =>
  invalid(`Cannot ${what}: Invalid contact state. The contact is ${leg.state}.`);

/** Muting is done in the agent's browser; the service only has to know of it. */
const setMuted = (muted: boolean) =>
  onConnection((world, agent, leg) => {
    if (leg.state !== 'connected') return cannot('change the microphone', leg);
    leg.muted = muted;
    changed(world, agent);
    return done;
  });

/** What an agent may ask, by the CTI API's names. An operation that is not here answers so. */
const commands: Record<string, Command> = {
  PutAgentState: putAgentState,
  AcceptContact: onLeg((world, agent, leg) => {
    if (leg.state !== 'connecting') return cannot('accept the contact', leg);
    accept(world, agent, leg);
    return done;
  }),
  RejectContact: onLeg((world, agent, leg) => {
    if (leg.state !== 'connecting') return cannot('reject the contact', leg);
    notTaken(world, agent, leg, 'rejected');
    return done;
  }),
  DestroyConnection: onConnection((world, agent, leg, side) => {
    if (leg.state === 'connecting' && side === 'agent') notTaken(world, agent, leg, 'rejected');
    else if (leg.state === 'connected') agentHangsUp(world, agent, leg);
    else return cannot('end the connection', leg);
    return done;
  }),
  ClearContact: onLeg((world, agent, leg) => (clear(world, agent, leg) ? done : cannot('clear the contact', leg))),
  CompleteContact: onLeg((world, agent, leg) => {
    if (leg.state === 'connecting') return cannot('complete the contact', leg);
    if (leg.state === 'connected') agentHangsUp(world, agent, leg);
    clear(world, agent, leg);
    return done;
  }),
  HoldConnection: onConnection((world, agent, leg, side) =>
    side === 'customer' && hold(world, agent, leg) ? done : cannot('put call on hold', leg),
  ),
  ResumeConnection: onConnection((world, agent, leg, side) =>
    side === 'customer' && resume(world, agent, leg) ? done : cannot('resume connection from hold', leg),
  ),
  SendDigits: onConnection((_world, _agent, leg, _side, { digits }) => {
    if (leg.state !== 'connected') return cannot('send digits', leg);
    return /^[0-9*#,]+$/.test(String(digits)) ? done : invalid(`"${digits}" are no digits of a telephone`);
  }),
  MuteParticipant: setMuted(true),
  UnmuteParticipant: setMuted(false),
};

function putAgentState(world: World, agent: Agent, { state, enqueueNextState }: Params): Answer {
  const { agentStateARN: arn, name } = Object(state);
  const wanted = agentStatuses(world.resources).find((status) => (arn ? status.arn === arn : status.name === name));
  if (!wanted) return invalid(`there is no state "${name ?? arn}" that an agent may choose`);
  chooseStatus(world, agent, wanted, enqueueNextState === true);
  return done;
}

/** A state is chosen, by the agent or for the agent; what that does to contacts says `choose`. */
export function chooseStatus(world: World, agent: Agent, wanted: AgentStatus, enqueue: boolean): void {
  const outcome = choose(agent.legs, enqueue);
  if (outcome.enqueued) {
    agent.next = chosenState(wanted, now(world));
    changed(world, agent);
    return;
  }
  const at = now(world);
  // Staying available does not make the agent wait longer, or shorter, for the next call.
  if (agent.chosen.type !== 'routable') agent.freeSince = at;
  agent.chosen = chosenState(wanted, at);
  agent.next = undefined;
  if (outcome.clears) for (const leg of [...agent.legs]) clear(world, agent, leg);
  changed(world, agent);
  route(world);
}

/** Carries out an agent's command; a refusal has the service's exception as its type. */
export function act(world: World, agent: Agent, { operation, params }: AgentCommand): Answer {
  const command = commands[operation];
  if (!command) return { ok: false, type: 'NotEmulatedException', message: `not emulated: ${operation}` };
  return command(world, agent, params);
}
