import type { ConnectPorts } from '../ports.ts';
import { publishAgentEvents } from './agent-events/publish.ts';
import { controlPlane } from './control/router.ts';
import { addAgent, agentView } from './exchange/agents.ts';
import { act } from './exchange/commands.ts';
import { contactStatus } from './exchange/contact-status.ts';
import { dial } from './exchange/dialling.ts';
import { endpoints } from './exchange/endpoints.ts';
import { failAgent } from './exchange/fail-agent.ts';
import type { Agent, World } from './exchange/world.ts';
import { provision } from './provision/index.ts';
import { noResources, type Resources } from './resources.ts';
import type { Connect, ConnectInstance } from './types.ts';

/**
 * An Amazon Connect instance: resources from the template, flows that really run, agents who take calls. Time, ids,
 * functions and the event bus come from outside. Nothing is stored; the same template gives the same ARNs again.
 */
export function createConnect(ports: ConnectPorts): Connect & ConnectInstance {
  const world: World = {
    ports,
    resources: noResources(),
    contacts: new Map(),
    agents: new Map(),
    calls: [],
    pending: new Set(),
    agentListeners: new Set(),
  };
  const { resources } = world;
  const softphone = publishAgentEvents(world);
  const agentNamed = (username: string): Agent => {
    const agent = world.agents.get(username);
    if (!agent) throw new Error(`there is no agent ${username}`);
    return agent;
  };

  return {
    instanceArn: () => resources.instance?.arn,
    alias: () => resources.instance?.alias,
    accessUrl: () => resources.instance && `https://${resources.instance.alias}.my.connect.aws`,
    approvedOrigins: () => [...resources.approvedOrigins],
    provision: (type, logicalId, properties) =>
      provision(
        resources,
        ports,
        (agent) => addAgent(world, { ...agent, securityProfiles: agent.securityProfileArns }),
        { type, logicalId, properties },
      ),
    softphone,
    api: controlPlane(world),
    addAgent: ({ securityProfile, routingProfile, ...agent }) =>
      agentView(
        world,
        addAgent(world, {
          ...agent,
          routingProfileArn: routingProfile && routingProfileNamed(resources, routingProfile),
          securityProfiles: securityProfile ? [securityProfile] : [],
        }),
      ),
    agents: () => [...world.agents.values()].map((agent) => agentView(world, agent)),
    agent: (username) => {
      const agent = world.agents.get(username);
      return agent && agentView(world, agent);
    },
    version: (username) => agentNamed(username).version,
    onAgentChange(listener) {
      world.agentListeners.add(listener);
      return () => world.agentListeners.delete(listener);
    },
    act: (username, command) => act(world, agentNamed(username), command),
    failAgent: (username) => failAgent(world, agentNamed(username)),
    endpoints: (queueArns) => endpoints(world, queueArns),
    numbers: () => [...resources.numbers.values()].map((number) => number.address),
    dial: (call) => dial(world, call),
    calls: () => [...world.calls],
    contacts: () => [...world.contacts.values()].map((contact) => contactStatus(world, contact)),
    queues: () => [...resources.queues.values()].map(({ arn, name }) => ({ arn, name })),
    async settled() {
      // A flow goes on in promises between two timers; one turn of the event loop lets all of them finish.
      do {
        await Promise.allSettled([...world.pending]);
        await new Promise((resolve) => setImmediate(resolve));
      } while (world.pending.size > 0);
    },
  };
}

function routingProfileNamed({ routingProfiles }: Resources, name: string): string {
  const profile = [...routingProfiles.values()].find((candidate) => candidate.name === name);
  if (!profile) throw new Error(`there is no routing profile "${name}"`);
  return profile.arn;
}
