import type { AgentSeen, Heard } from '../blocks/types.ts';
import { defaultFlows } from '../flow/defaults.ts';
import { type FlowEnd, type FlowRun, startFlow } from '../flow/interpreter.ts';
import { waits } from '../machine/contact-life.ts';
import { type Flow, find } from '../resources.ts';
import type { CallEvent } from '../types.ts';
import { announce, fault } from './announce.ts';
import { requestCallback } from './callbacks.ts';
import { queueOf } from './queues.ts';
import { routingProfileOf } from './waiting.ts';
import { type Agent, type Contact, contactChanged, now, type World } from './world.ts';

export type Hook = keyof typeof defaultFlows;

/** The flow that the contact's hook names, else the one that every instance has. */
export function hookedFlow(world: World, contact: Contact, hook: Hook): Flow {
  const named = contact.hooks[hook];
  return (named ? find(world.resources.flows, named) : undefined) ?? defaultFlows[hook];
}

/** What the called person hears first: the flow of the queue that the call goes out from, else AWS's own. */
export function outboundWhisper(world: World, contact: Contact): Flow {
  const queue = contact.targetQueueArn ? find(world.resources.queues, contact.targetQueueArn) : undefined;
  const named = queue?.outboundFlowArn;
  return (named ? find(world.resources.flows, named) : undefined) ?? defaultFlows.OutboundWhisper;
}

/**
 * Runs a flow for one side of the contact. `ended` is told how it ended, not when someone stopped it. What the agent
 * hears is seen in the blocks' trace alone, because the call's events are the caller's.
 */
export function runFlow(
  world: World,
  contact: Contact,
  flow: Flow,
  hearer: 'customer' | 'agent',
  ended: (end: Exclude<FlowEnd, { kind: 'stopped' }>) => void,
): FlowRun {
  const { ports, resources } = world;
  const { call } = contact;
  let spokenToAgent: string[] = [];
  const run = startFlow(flow, {
    contact,
    resources,
    region: ports.region,
    now: () => now(world),
    after: (ms, task) => ports.clock.after(ms, task),
    waitingIn: (queueArn) =>
      [...world.contacts.values()]
        .filter((other) => other.queueArn === queueArn && waits(other.life))
        .map((other) => other.times.enqueued ?? now(world)),
    agents: () => [...world.agents.values()].map((agent) => agentSeen(world, agent)),
    queue: (arnOrId) => queueOf(world, arnOrId),
    requestCallback: (request) => requestCallback(world, contact, request),
    problem: (message) => fault(world, contact, message),
    attributesChanged() {
      announce(world, contact, 'CONTACT_DATA_UPDATED', ['UserDefinedAttributes']);
      contactChanged(world, contact);
    },
    heard(heard) {
      // Before the customer is joined, an agent is on the customer's side of a transfer.
      const lines = hearer === 'agent' ? [] : contact.lines;
      if (!lines.length) spokenToAgent.push(heard.text);
      for (const line of lines) line.record(heardEvent(line.events, flow, heard, now(world)));
    },
    enter(block) {
      spokenToAgent = [];
      const event: Extract<CallEvent, { kind: 'block' }> = { kind: 'block', at: now(world), ...block };
      call.record(event);
      return ({ next, why }) => {
        event.next = next;
        event.why = spokenToAgent.length ? `the agent hears: ${spokenToAgent.join(' ')}` : why;
      };
    },
    async invoke(functionArn, payload, timeoutMs) {
      const sourceArn = resources.instance?.arn;
      const result = ports.functions.invoke(
        functionArn,
        payload,
        { principal: 'connect.amazonaws.com', sourceArn },
        { timeoutMs },
      );
      world.pending.add(result);
      try {
        return await result;
      } finally {
        world.pending.delete(result);
      }
    },
  });
  run.done
    .then((end) => {
      if (end.kind === 'failed') fault(world, contact, `flow "${flow.name}" stopped: ${end.why}`);
      if (end.kind === 'fault') fault(world, contact, end.message);
      if (end.kind !== 'stopped') ended(end);
    })
    // Nobody awaits a flow: what goes wrong after it is told to the one call, and the instance goes on.
    .catch((problem: unknown) => fault(world, contact, problem instanceof Error ? problem.message : String(problem)));
  return run;
}

const agentSeen = (world: World, agent: Agent): AgentSeen => ({
  arn: agent.arn,
  id: agent.id,
  queueArns: routingProfileOf(world, agent)?.queues.map(({ queueArn }) => queueArn) ?? [],
  online: agent.chosen.type !== 'offline',
  staffed: agent.chosen.type === 'routable',
  available: agent.chosen.type === 'routable' && agent.legs.length === 0,
});

/** The call's first words are its greeting, unless they ask for a key. */
function heardEvent(before: CallEvent[], flow: Flow, heard: Heard, at: number): CallEvent {
  const first = !before.some((event) => event.kind === 'heard');
  const whisper = flow.type.endsWith('_WHISPER');
  const prompt = heard.menu
    ? 'menu'
    : flow.type === 'CUSTOMER_QUEUE'
      ? 'queue'
      : whisper
        ? 'whisper'
        : first
          ? 'greeting'
          : 'other';
  return { kind: 'heard', at, text: heard.text, ms: heard.ms, prompt };
}
