import type { Answer } from '../types.ts';
import { notTaken } from './waiting.ts';
import type { Agent, World } from './world.ts';

/** What becomes of a ring when the agent's browser cannot set up the audio: the leg fails, the contact goes on to the next. */
export function failAgent(world: World, agent: Agent): Answer {
  const leg = agent.legs.find(({ state }) => state === 'connecting');
  if (!leg) return { ok: false, type: 'InvalidStateException', message: `nothing rings at ${agent.username}` };
  notTaken(world, agent, leg, 'failed');
  return { ok: true, value: {} };
}
