import type { AgentView } from '../types.ts';

/**
 * The agent as `GetAgentConfiguration` answers it. `defaultOutboundQueue` must be an object: the worker writes into it.
 */
export function configurationOf(agent: AgentView) {
  const { routingProfile } = agent;
  return {
    name: agent.name,
    username: agent.username,
    agentARN: agent.arn,
    softphoneEnabled: true,
    softphoneAutoAccept: false,
    softphonePersistentConnection: false,
    extension: '',
    agentPreferences: { LANGUAGE: 'en_US' },
    routingProfile: {
      name: routingProfile.name,
      routingProfileARN: routingProfile.arn,
      channelConcurrencyMap: { VOICE: 1, CHAT: 0, TASK: 0 },
      defaultOutboundQueue: queue(routingProfile.defaultOutboundQueue),
    },
  };
}

export const statesOf = (agent: AgentView) =>
  agent.states.map((state) => ({ agentStateARN: state.arn, type: state.type, name: state.name }));

export const queuesOf = (agent: AgentView) => agent.routingProfile.queues.map(queue);

const queue = (view: { arn: string; name: string }) => ({ queueARN: view.arn, name: view.name });

/** Countries an agent may dial [assumed: a new instance's list depends on the account and its region]. */
export const dialableCountries = [
  'us',
  'ca',
  'gb',
  'ie',
  'de',
  'at',
  'ch',
  'fr',
  'es',
  'it',
  'nl',
  'be',
  'se',
  'no',
  'dk',
  'pl',
  'au',
  'nz',
  'jp',
  'in',
  'br',
  'mx',
];
