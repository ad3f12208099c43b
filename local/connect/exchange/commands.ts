import { choose } from '../machine/agent-state.ts';
import type { AgentStatus } from '../resources.ts';
import type { AgentCommand, Answer } from '../types.ts';
import { agentStatuses, chosenState } from './agents.ts';
import { callOut } from './calling-out.ts';
import { clear } from './ending.ts';
import { type Command, done, invalid, type Params, telephoneCommands } from './telephone-commands.ts';
import { route } from './waiting.ts';
import { type Agent, changed, now, type World } from './world.ts';

/** What an agent may ask, by the CTI API's names. An operation that is not here answers so. */
const commands: Record<string, Command> = {
  PutAgentState: putAgentState,
  CreateOutboundContact: callOut,
  ...telephoneCommands,
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
  if (outcome.clears) for (const leg of [...agent.legs]) clear(world, leg);
  changed(world, agent);
  route(world);
}

/** Carries out an agent's command; a refusal has the service's exception as its type. */
export function act(world: World, agent: Agent, { operation, params }: AgentCommand): Answer {
  const command = Object.hasOwn(commands, operation) ? commands[operation] : undefined;
  if (!command) return { ok: false, type: 'NotEmulatedException', message: `not emulated: ${operation}` };
  return command(world, agent, params);
}
