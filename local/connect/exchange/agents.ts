import { arnBelow, idFrom } from '../arn.ts';
import { agentState, type ChosenState } from '../machine/agent-state.ts';
import { type AgentStatus, find, type Resources } from '../resources.ts';
import type { AgentStateView, AgentView } from '../types.ts';
import { contactView } from './contact-view.ts';
import { routingProfileOf } from './waiting.ts';
import { type Agent, now, type World } from './world.ts';

/** States that an agent may choose on every new instance (Available, Offline) and those that desks add first. */
const usualStatuses: Pick<AgentStatus, 'name' | 'type'>[] = [
  { name: 'Available', type: 'ROUTABLE' },
  { name: 'Offline', type: 'OFFLINE' },
  { name: 'Break', type: 'CUSTOM' },
  { name: 'Lunch', type: 'CUSTOM' },
  { name: 'Training', type: 'CUSTOM' },
];

/** The states of this instance, in their order; made when they are first asked for. */
export function agentStatuses(resources: Resources): AgentStatus[] {
  const instanceArn = resources.instance?.arn;
  if (!instanceArn) throw new Error('there is no Connect instance yet: the template makes it or names an existing one');
  usualStatuses.forEach((status, order) => {
    const named = [...resources.agentStatuses.values()].some((other) => other.name === status.name);
    const arn = arnBelow(instanceArn, 'agentStatus', idFrom(`agent status ${status.name}`));
    if (!named) resources.agentStatuses.set(arn, { ...status, arn, order, enabled: true });
  });
  return [...resources.agentStatuses.values()].filter((status) => status.enabled).toSorted((a, b) => a.order - b.order);
}

const stateTypes = { ROUTABLE: 'routable', CUSTOM: 'not_routable', OFFLINE: 'offline' } as const;

export const chosenState = (status: AgentStatus, since: number): ChosenState => ({
  arn: status.arn,
  name: status.name,
  type: stateTypes[status.type],
  since,
});

export interface NewAgent {
  username: string;
  firstName: string;
  lastName: string;
  routingProfileArn?: string;
  /** ARNs or names; Connect's own profile `Agent` when empty. */
  securityProfiles: string[];
}

/** A new agent is offline. The id comes from the user name, so that the ARN is the same after a restart. */
export function addAgent(world: World, agent: NewAgent): Agent {
  const offline = agentStatuses(world.resources).find((status) => status.type === 'OFFLINE');
  const instanceArn = world.resources.instance?.arn;
  if (!offline || !instanceArn) throw new Error('the instance has no offline state');
  if (world.agents.has(agent.username)) throw new Error(`there is an agent ${agent.username} already`);
  const id = idFrom(`agent ${agent.username}`);
  const at = now(world);
  const made: Agent = {
    ...agent,
    id,
    arn: arnBelow(instanceArn, 'agent', id),
    chosen: chosenState(offline, at),
    legs: [],
    freeSince: at,
    version: 1,
  };
  world.agents.set(agent.username, made);
  return made;
}

/** Security profiles by ARN or name; one that the template does not make is named in the error. */
export function securityProfilesOf({ resources }: World, agent: Agent) {
  const all = [...resources.securityProfiles.values()];
  const wantedOnes = agent.securityProfiles.length ? agent.securityProfiles : ['Agent'];
  return wantedOnes.map((wanted) => {
    const profile = find(resources.securityProfiles, wanted) ?? all.find((candidate) => candidate.name === wanted);
    if (!profile) throw new Error(`agent ${agent.username}: there is no security profile "${wanted}"`);
    return profile;
  });
}

/** Permissions of a security profile, in the words of Streams [docs name the right-hand ones]. */
const permissionNames: Record<string, string> = { OutboundCallAccess: 'outboundCall' };

export function agentView(world: World, agent: Agent): AgentView {
  const { resources } = world;
  const profile = routingProfileOf(world, agent);
  const queue = (arn: string) => ({ arn, name: find(resources.queues, arn)?.name ?? arn });
  if (!profile) throw new Error('the instance has no routing profile: the template lacks AWS::Connect::RoutingProfile');
  return {
    arn: agent.arn,
    id: agent.id,
    username: agent.username,
    name: `${agent.firstName} ${agent.lastName}`.trim(),
    state: agentState(agent.chosen, agent.legs),
    nextState: agent.next && chosenView(agent.next),
    chosen: { name: agent.chosen.name, since: agent.chosen.since },
    // The worker sorts several by the time of their state [observed in its source]; one order for all who look.
    contacts: agent.legs.toSorted((a, b) => a.since - b.since).map((leg) => contactView(world, leg)),
    routingProfile: {
      arn: profile.arn,
      name: profile.name,
      queues: profile.queues.map(({ queueArn }) => queue(queueArn)),
      defaultOutboundQueue: queue(profile.defaultOutboundQueueArn),
    },
    states: agentStatuses(resources).map(({ arn, name, type }) => ({ arn, name, type: stateTypes[type] })),
    permissions: permissionsOf(world, agent),
  };
}

const permissionsOf = (world: World, agent: Agent): string[] =>
  securityProfilesOf(world, agent)
    .flatMap((security) => security.permissions)
    .flatMap((permission) => permissionNames[permission] ?? []);

export const mayCallOut = (world: World, agent: Agent) => permissionsOf(world, agent).includes('outboundCall');

const chosenView = ({ arn, name, type, since }: ChosenState): AgentStateView => ({ arn, name, type, since });
