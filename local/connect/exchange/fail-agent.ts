import type { Answer } from '../types.ts';
import { finish } from './ending.ts';
import { moveLeg } from './legs.ts';
import { notTaken } from './waiting.ts';
import type { Agent, World } from './world.ts';

/**
 * The agent's browser cannot set up the audio: a ring fails and the contact goes on to the next agent, a call out that
 * is being dialled is over.
 */
export function failAgent(world: World, agent: Agent): Answer {
  const leg = agent.legs.find(({ state }) => state === 'connecting' || state === 'incoming' || state === 'calling');
  if (!leg) return { ok: false, type: 'InvalidStateException', message: `nothing rings at ${agent.username}` };
  if (leg.state === 'calling') {
    moveLeg(world, leg, 'failed');
    finish(world, leg.contact, 'OTHER', 'agent');
  } else notTaken(world, leg, 'failed');
  return { ok: true, value: {} };
}
