import { agentQueueArn } from '../agent-queue.ts';
import { isDiallable } from '../machine/dialled.ts';
import { nextTalk } from '../machine/talk.ts';
import { type Flow, find, type QuickConnect } from '../resources.ts';
import type { Answer, EndpointView } from '../types.ts';
import { announce, move, showPhase } from './announce.ts';
import { callerId, lineTo, numberOf } from './calling-out.ts';
import { addContact } from './contacts.ts';
import { finish } from './ending.ts';
import { aConnection } from './legs.ts';
import { agentOf } from './queues.ts';
import { ringOut } from './ring-out.ts';
import { runFlow } from './run-flow.ts';
import { moveTalk } from './talking.ts';
import { afterFlow } from './waiting.ts';
import { type Contact, type Leg, now, type ThirdParty, type World } from './world.ts';

const refused = (type: string, message: string): Answer => ({ ok: false, type, message });

/**
 * The agent calls a third party in: an outside number, or somebody of the desk through the flow of a quick connect. The
 * customer is on hold meanwhile. One at a time [docs, with multi-party calls off]. `endpoint` as the CTI sends it.
 */
export function addConnection(world: World, leg: Leg, endpoint: unknown): Answer {
  if (leg.state !== 'connected' || leg.contact.life !== 'talking' || !nextTalk(leg.talk, 'add')) {
    return refused('InvalidStateException', 'Cannot add a connection: Invalid contact state.');
  }
  const { endpointARN: arn } = Object(endpoint);
  const quickConnect = typeof arn === 'string' ? find(world.resources.quickConnects, arn) : undefined;
  if (quickConnect && quickConnect.type !== 'PHONE_NUMBER') return addDesk(world, leg, quickConnect);
  const number = numberOf(world, endpoint);
  if (!isDiallable(number)) return refused('BadEndpointException', `"${number ?? ''}" is no number in E.164 form`);
  callOutside(world, leg, number, quickConnect);
  return { ok: true, value: {} };
}

/** An outside line: a contact without an agent [docs]. */
function callOutside(world: World, leg: Leg, number: string, quickConnect?: QuickConnect): void {
  const line = lineTo(world, number);
  const contact = addContact(world, {
    initiationMethod: 'EXTERNAL_OUTBOUND',
    life: 'dialling',
    customer: { address: number, type: 'TELEPHONE_NUMBER' },
    system: callerId(world, leg.contact.queueArn ?? leg.contact.targetQueueArn),
    line,
    call: line,
    previous: leg.contact,
  });
  showPhase(world, contact);
  addThird(world, leg, contact, { type: 'phone_number', phoneNumber: number }, quickConnect);
  ringOut(world, contact, {
    answered() {
      contact.times.connectedToSystem = now(world);
      move(world, contact, 'answered');
      announce(world, contact, 'CONNECTED_TO_SYSTEM');
      if (contact.parent) moveTalk(world, contact.parent.leg, 'answered');
    },
    failed: ({ reason }) => finish(world, contact, reason, 'network'),
  });
}

/** An agent or a queue of the desk: a contact that runs the quick connect's flow, heard by the agent who called [docs]. */
function addDesk(world: World, leg: Leg, quickConnect: QuickConnect): Answer {
  const flow = quickConnect.flowArn ? find(world.resources.flows, quickConnect.flowArn) : undefined;
  const target = quickConnect.userArn ? agentOf(world, quickConnect.userArn) : undefined;
  if (!flow || (quickConnect.type === 'USER' && !target)) {
    return refused('BadEndpointException', `the quick connect "${quickConnect.name}" leads nowhere`);
  }
  const { agent, contact: calling } = leg;
  const { customer, system, call } = calling;
  const contact = addContact(world, {
    initiationMethod: 'TRANSFER',
    life: 'inFlow',
    customer,
    system,
    call,
    previous: calling,
  });
  const name = `${agent.firstName} ${agent.lastName}`.trim();
  contact.from = { type: 'agent', arn: agent.arn, name, agentLogin: agent.username };
  contact.wanted = target;
  // The flow's working queue is the quick connect's from its start [assumed from the default transfer flows].
  contact.targetQueueArn = target
    ? agentQueueArn(world.resources.instance?.arn ?? '', target.id)
    : quickConnect.queueArn;
  const endpoint: EndpointView = {
    type: target ? 'agent' : 'queue',
    arn: quickConnect.arn,
    name: quickConnect.name,
    agentLogin: target?.username,
  };
  addThird(world, leg, contact, endpoint, quickConnect);
  runTransfer(world, contact, flow);
  return { ok: true, value: {} };
}

function runTransfer(world: World, contact: Contact, flow: Flow): void {
  contact.run = runFlow(world, contact, flow, 'customer', (end) => afterFlow(world, contact, end));
}

function addThird(world: World, leg: Leg, contact: Contact, endpoint: EndpointView, quickConnect?: QuickConnect): void {
  const third: ThirdParty = {
    ...aConnection(contact.id, 'connecting', now(world)),
    leg,
    contact,
    endpoint,
    quickConnectName: quickConnect?.name,
  };
  leg.thirds.push(third);
  contact.parent = third;
  moveTalk(world, leg, 'add');
}
