import type { FunctionFaults } from '../cloud/functions/faults.ts';
import type { CtiFaults } from '../connect/cti/faults.ts';
import type { AgentView, Answer, Connect, ContactView } from '../connect/types.ts';
import type { Clock } from '../ports.ts';
import { stageOf, stateOf } from './state.ts';
import { type InstanceControl, Refusal, type Stage } from './types.ts';

export interface ControlPorts {
  connect: Connect;
  clock: Clock;
  faults: CtiFaults;
  functions: FunctionFaults;
}

/** Acts on the instance by what it offers to agents, callers and supervisors; nothing here knows how it works inside. */
export function createControl({ connect, clock, faults, functions }: ControlPorts): InstanceControl {
  const agentNamed = (username: string): AgentView => {
    const agent = connect.agent(username);
    if (!agent) throw new Refusal(`There is no agent "${username}".`);
    return agent;
  };
  const callOf = (contactId: string) => {
    const call = connect.calls().find((candidate) => candidate.contactId === contactId);
    if (!call || call.phase === 'ended') throw new Refusal('There is no such call, or it has ended.');
    return call;
  };
  /** The agent's contact at this stage; `what` says what cannot be done without one. */
  const contactOf = (username: string, what: string, stage: Stage): ContactView => {
    const agent = agentNamed(username);
    const contact = agent.contacts.find((candidate) => stageOf(candidate) === stage);
    if (!contact) throw new Refusal(`${agent.name} has nothing to ${what}.`);
    return contact;
  };
  const act = (username: string, operation: string, params: Record<string, unknown>) =>
    expectOk(connect.act(username, { operation, params }));
  const heardBy = (count: number, username: string) => {
    if (count === 0) throw new Refusal(`No softphone of ${agentNamed(username).name} is connected.`);
  };

  return {
    state: () => ({
      ...stateOf(connect, faults, clock.now()),
      functions: functions.list(),
      snapshotDelayMs: faults.snapshotDelayMs,
    }),
    callIn(from, to = connect.numbers()[0]) {
      if (to === undefined) throw new Refusal('No number leads to the desk.');
      return refusing(() => connect.dial({ from, to }).contactId);
    },
    hangUp: (contactId) => callOf(contactId).hangUp(),
    answer(contactId) {
      const call = callOf(contactId);
      if (call.phase !== 'dialling') throw new Refusal('Nobody is being called on this line.');
      call.answer();
    },
    accept(username) {
      const { contactId } = contactOf(username, 'accept', 'ringing');
      if (faults.takeAcceptFailure(username)) expectOk(connect.failAgent(username));
      else act(username, 'AcceptContact', { contactId });
    },
    refuse(username) {
      const { contactId } = contactOf(username, 'refuse', 'ringing');
      act(username, 'RejectContact', { contactId });
    },
    end(username) {
      const { contactId, connections } = contactOf(username, 'end', 'live');
      const connectionId = connections.find(({ type }) => type === 'agent')?.connectionId;
      act(username, 'DestroyConnection', { contactId, connectionId });
    },
    clear(username) {
      const { contactId } = contactOf(username, 'clear', 'over');
      act(username, 'ClearContact', { contactId });
    },
    setPresence(username, name) {
      const state = agentNamed(username).states.find((one) => one.name === name);
      if (!state) throw new Refusal(`${agentNamed(username).name} has no state "${name}" to choose.`);
      act(username, 'PutAgentState', { state: { agentStateARN: state.arn, name: state.name, type: state.type } });
    },
    failNextAccept(username, on = true) {
      faults.set(agentNamed(username).username, { acceptFails: on });
    },
    breakMicrophone: (username) => heardBy(faults.breakMicrophone(agentNamed(username).username), username),
    dropWebsocket: (username) => heardBy(faults.dropSockets(agentNamed(username).username), username),
    expireSession(username) {
      const { name } = agentNamed(username);
      if (!faults.presence(username).signedIn) throw new Refusal(`${name} is not signed in.`);
      faults.expireSession(username);
    },
    forbid(username, on = true) {
      faults.set(agentNamed(username).username, { forbidden: on });
    },
    slowFunction: (name, seconds) => refusing(() => functions.set(name, { slowMs: seconds * 1000 })),
    failFunction: (name, on = true) => refusing(() => functions.set(name, { fails: on })),
    delaySnapshots(seconds) {
      faults.snapshotDelayMs = seconds * 1000;
    },
    backToNormal() {
      faults.snapshotDelayMs = 0;
      for (const { username } of connect.agents()) faults.set(username, { acceptFails: false, forbidden: false });
      for (const { name } of functions.list()) functions.set(name, { slowMs: 0, fails: false });
    },
  };
}

function expectOk(answer: Answer): void {
  if (!answer.ok) throw new Refusal(answer.message);
}

/** What others throw with words for a person is a refusal here. */
function refusing<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}
