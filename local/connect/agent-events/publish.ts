import { agentView } from '../exchange/agents.ts';
import { type Agent, now, type World } from '../exchange/world.ts';
import type { AgentView } from '../types.ts';
import { type About, type AgentEvent, agentEvent, heartBeat, type Presence, signedInAfter } from './event.ts';
import { agentSnapshot } from './snapshot.ts';

/** A heartbeat comes when nothing else has for so long, and for an hour after the agent has gone [docs]. */
const beatMs = 120_000;
const beatsAfterLogoutMs = 3_600_000;

/** What is known of an agent since the last change. */
interface Known {
  presence?: Presence;
  view?: AgentView;
  signedOutAt?: number;
  stopBeat?: () => void;
}

/**
 * Puts agent events into the stream that the instance's storage configuration for AGENT_EVENTS names; without one there
 * are none. Answers what is to be told of softphone sessions: an agent signs in with the first one.
 */
export function publishAgentEvents(world: World): (username: string, open: boolean) => void {
  const agents = new Map<string, Known>();
  const knownOf = (username: string): Known => {
    const known = agents.get(username) ?? {};
    agents.set(username, known);
    return known;
  };

  /** Whether there was an event to send. */
  const send = (agent: Agent, made: (about: About) => AgentEvent | undefined): boolean => {
    const stream = streamOf(world);
    const instanceArn = world.resources.instance?.arn;
    if (!stream || !instanceArn) return false;
    const event = made({
      ...{ account: world.ports.account, instanceArn, agentArn: agent.arn },
      ...{ eventId: world.ports.newId(), at: now(world) },
    });
    // All events of an agent go to one shard [docs].
    if (event) world.ports.streams?.put(stream, agent.arn, event);
    return event !== undefined;
  };
  const beatLater = (agent: Agent, known: Known): void => {
    known.stopBeat?.();
    known.stopBeat = world.ports.clock.after(beatMs, () => {
      const { presence, signedOutAt } = known;
      if (!presence || (signedOutAt !== undefined && now(world) - signedOutAt > beatsAfterLogoutMs)) return;
      if (send(agent, (about) => heartBeat(presence, about))) beatLater(agent, known);
    });
  };
  const tell = (username: string, signedIn: typeof signedInAfter): void => {
    const agent = world.agents.get(username);
    if (!agent || !streamOf(world)) return;
    const known = knownOf(username);
    const before = known.presence;
    const view = agentView(world, agent);
    const after = {
      signedIn: signedIn(before?.signedIn ?? false, known.view, view),
      snapshot: agentSnapshot(view, agent, before?.snapshot),
    };
    if (after.signedIn) known.signedOutAt = undefined;
    else if (before?.signedIn) known.signedOutAt = now(world);
    Object.assign(known, { presence: after, view });
    if (send(agent, (about) => agentEvent(before, after, about))) beatLater(agent, known);
  };

  world.agentListeners.add((username) => tell(username, signedInAfter));
  return (username, open) => tell(username, () => open);
}

const streamOf = ({ resources, ports }: World) =>
  ports.streams && resources.storage.find(({ resourceType }) => resourceType === 'AGENT_EVENTS')?.streamArn;
