import * as sdk from '@aws-sdk/client-connect';
import { afterEach, describe, expect, it } from 'vitest';
import { aDesk } from '../exchange/desk.ts';
import { sdkOf } from './sdk.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function aDescribedDesk() {
  const desk = aDesk();
  const { client, stop } = await sdkOf(desk.connect);
  stops.push(stop);
  const InstanceId = desk.instanceArn;
  return {
    ...desk,
    describe: async (ContactId: string) =>
      (await client.send(new sdk.DescribeContactCommand({ InstanceId, ContactId }))).Contact,
    stop: (ContactId: string) => client.send(new sdk.StopContactCommand({ InstanceId, ContactId })),
  };
}

describe('the record of a contact', () => {
  it('of a call that is handed to a colleague says what it came from, where it waited and who took it', async () => {
    const { talks, becomes, adds, takes, asks, contactOf, describe: record, agent, stop } = await aDescribedDesk();
    const call = await talks('ned');
    becomes('beth', 'Available');
    adds('ned', 'beth');
    await takes('beth');
    const id = contactOf('beth').contactId;
    expect(await record(id)).toMatchObject({
      ...{ InitiationMethod: 'TRANSFER', InitialContactId: call.contactId, PreviousContactId: call.contactId },
      QueueInfo: { Id: agent('beth').id, EnqueueTimestamp: expect.any(Date) },
      AgentInfo: { Id: agent('beth').id, ConnectedToAgentTimestamp: expect.any(Date) },
    });
    expect((await record(id))?.DisconnectTimestamp).toBeUndefined();
    await expect(stop(id)).rejects.toThrow('a TRANSFER voice contact cannot be stopped');

    asks('ned', 'DestroyConnection');
    const first = await record(call.contactId);
    expect(first).toMatchObject({ DisconnectTimestamp: expect.any(Date), AgentInfo: { Id: agent('ned').id } });
    call.hangUp();
    const ended = await record(id);
    expect(ended?.DisconnectReason).toBe('CUSTOMER_DISCONNECT');
    expect(ended?.LastUpdateTimestamp).toEqual(ended?.DisconnectTimestamp);
    expect(ended?.LastUpdateTimestamp?.getTime()).toBeGreaterThanOrEqual(first?.LastUpdateTimestamp?.getTime() ?? 0);
  });

  it('of a call out has its latest moment although the other end never was there', async () => {
    const { becomes, calls, contactOf, pass, describe: record } = await aDescribedDesk();
    becomes('ned', 'Lunch');
    calls('ned', '+12125550197');
    const id = contactOf('ned').contactId;
    await pass(10_000);
    const contact = await record(id);
    expect(contact).toMatchObject({ InitiationMethod: 'OUTBOUND', DisconnectReason: 'TELECOM_BUSY' });
    expect(contact?.ConnectedToSystemTimestamp).toBeUndefined();
    expect(contact?.LastUpdateTimestamp).toEqual(contact?.DisconnectTimestamp);
  });
});
