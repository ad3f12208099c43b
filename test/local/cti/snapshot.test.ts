import { describe, expect, it } from 'vitest';
import { configurationOf } from '../../../local/connect/cti/configuration.ts';
import { snapshotOf } from '../../../local/connect/cti/snapshot.ts';
import { agentNed, ringing } from './fake-connect.ts';

const at = 1_800_000_000_250;

describe('an agent on the wire', () => {
  it('has its times in seconds with a fraction', () => {
    const snapshot = snapshotOf(agentNed(at), at + 1000);
    expect(snapshot.snapshotTimestamp).toBe(1_800_000_001.25);
    expect(snapshot.state).toEqual({
      agentStateARN: expect.stringMatching(/instance\/[0-9a-f-]{36}\/agent-state\//),
      type: 'routable',
      name: 'Available',
      startTimestamp: 1_800_000_000.25,
    });
    expect(snapshot.agentAvailabilityState).toEqual({ state: 'Available', timeStamp: 1_800_000_000.25 });
  });

  it('leaves out what is not there, because the worker fails on a queue of null', () => {
    const agent = { ...agentNed(at), contacts: [ringing(at, { queue: undefined, enqueuedAt: undefined })] };
    const [contact] = snapshotOf(agent, at).contacts;
    expect(Object.keys(contact ?? {})).not.toContain('queue');
    expect(Object.keys(snapshotOf(agent, at))).not.toContain('nextState');
  });

  it('gives a call its legs in order, the softphone on the agent’s own', () => {
    const [contact] = snapshotOf({ ...agentNed(at), contacts: [ringing(at)] }, at).contacts;
    expect(contact).toMatchObject({
      type: 'voice',
      initiationMethod: 'inbound',
      queue: { name: 'Service desk' },
      queueTimestamp: 1_799_999_995.25,
      attributes: { personName: { name: 'personName', value: 'Amy Lindqvist' } },
      customerEndpoint: { type: 'phone_number', phoneNumber: '+12125550123' },
    });
    const [agentLeg, customerLeg] = contact?.connections ?? [];
    expect(agentLeg).toMatchObject({ type: 'agent', initial: false, softphoneMediaInfo: { autoAccept: false } });
    expect(customerLeg).toMatchObject({ type: 'inbound', initial: true });
    expect(customerLeg).not.toHaveProperty('softphoneMediaInfo');
  });

  it('has no softphone yet while a callback is only offered', () => {
    const callback = ringing(at, { type: 'queue_callback', state: { type: 'incoming', since: at } });
    const [contact] = snapshotOf({ ...agentNed(at), contacts: [callback] }, at).contacts;
    expect(contact?.connections.some((leg) => 'softphoneMediaInfo' in leg)).toBe(false);
  });

  it('always has an outbound queue, which the worker writes into', () => {
    expect(configurationOf(agentNed(at)).routingProfile.defaultOutboundQueue).toMatchObject({ name: 'Service desk' });
  });
});
