import type { AgentStateView, AgentView, ConnectionView, ContactView, EndpointView } from '../types.ts';

/**
 * The agent as `GetAgentSnapshot` answers it: the shapes of the API model inside the Streams library, which drops what it
 * does not know and fails on what it misses. Times are Unix seconds with a fraction, as AWS sends them; milliseconds
 * would land in the far future.
 */
export function snapshotOf(agent: AgentView, now: number) {
  return {
    state: state(agent.state),
    ...(agent.nextState && { nextState: state(agent.nextState) }),
    agentAvailabilityState: { state: agent.chosen.name, timeStamp: seconds(agent.chosen.since) },
    contacts: agent.contacts.map(contact),
    snapshotTimestamp: seconds(now),
  };
}

const seconds = (epochMs: number) => epochMs / 1000;

function state(view: AgentStateView) {
  return { agentStateARN: view.arn, type: view.type, name: view.name, startTimestamp: seconds(view.since) };
}

function contact(view: ContactView) {
  return {
    contactId: view.contactId,
    initialContactId: view.initialContactId,
    ...(view.relatedContactId && { relatedContactId: view.relatedContactId }),
    type: view.type,
    initiationMethod: view.initiationMethod.toLowerCase(),
    state: { type: view.state.type, timestamp: seconds(view.state.since) },
    ...(view.queue && { queue: { queueARN: view.queue.arn, name: view.queue.name } }),
    ...(view.enqueuedAt !== undefined && { queueTimestamp: seconds(view.enqueuedAt) }),
    ...(view.customerEndpoint && { customerEndpoint: phone(view.customerEndpoint.address) }),
    ...(view.systemEndpoint && { connectSystemEndpoint: phone(view.systemEndpoint.address) }),
    attributes: Object.fromEntries(Object.entries(view.attributes).map(([name, value]) => [name, { name, value }])),
    segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
    contactFeatures: { attachmentsEnabled: false, messagingMarkdownEnabled: false, multiPartyConferenceEnabled: false },
    connections: view.connections.map((leg) => connection(leg, view)),
  };
}

function connection(view: ConnectionView, of: ContactView) {
  return {
    connectionId: view.connectionId,
    type: view.type,
    initial: view.initial,
    state: { type: view.state.type, timestamp: seconds(view.state.since) },
    endpoint: endpointOf(view.endpoint),
    ...(view.muted !== undefined && { mute: view.muted }),
    ...(view.quickConnectName !== undefined && { quickConnectName: view.quickConnectName }),
    // Makes the page call it a softphone call. An offered callback has no call yet, so it carries none.
    ...(view.type === 'agent' &&
      !(of.type === 'queue_callback' && of.state.type === 'incoming') && { softphoneMediaInfo }),
  };
}

/** No audio runs here, so there is nothing to signal: the frame never starts a softphone manager. */
const softphoneMediaInfo = { callType: 'audio_only', autoAccept: false, callConfigJson: '{}' };

/** An address of a call as the CTI's Endpoint; the page reads `phoneNumber` whatever the address is. */
const phone = (address: string) => ({ type: 'phone_number', phoneNumber: address });

/** The CTI's Endpoint, in snapshots and in GetEndpoints. */
export function endpointOf(view: EndpointView) {
  return {
    type: view.type,
    ...(view.arn !== undefined && { endpointARN: view.arn }),
    ...(view.name !== undefined && { name: view.name }),
    ...(view.phoneNumber !== undefined && { phoneNumber: view.phoneNumber }),
    ...(view.agentLogin !== undefined && { agentLogin: view.agentLogin }),
  };
}
