import * as sdk from '@aws-sdk/client-connect';
import { afterEach, describe, expect, it } from 'vitest';
import { passTime } from '../../../../local/connect/clock.ts';
import { calledBack } from '../exchange/desk.ts';
import { anInstance, type Options } from '../instance.ts';
import { sdkOf } from './sdk.ts';

const idOf = (arn = '') => arn.split('/').at(-1) ?? '';

/** An instance whose agents are seen and sent to work by the API. */
async function aDesk(options: Options = {}) {
  const desk = anInstance(options);
  const { client, stop } = await sdkOf(desk.connect);
  stops.push(stop);
  const InstanceId = desk.instanceArn;
  const statuses = await client.send(new sdk.ListAgentStatusesCommand({ InstanceId }));
  const put = (username: string, status: string) =>
    client.send(
      new sdk.PutUserStatusCommand({
        InstanceId,
        UserId: desk.agent(username).id,
        AgentStatusId: statuses.AgentStatusSummaryList?.find(({ Name }) => Name === status)?.Id ?? status,
      }),
    );
  const metrics = async (Name: sdk.CurrentMetricName[], Groupings?: sdk.Grouping[]) => {
    const answer = await client.send(
      new sdk.GetCurrentMetricDataCommand({
        ...{ InstanceId, Groupings, CurrentMetrics: Name.map((one) => ({ Name: one })) },
        Filters: { Queues: [desk.arns.Queue ?? '', idOf(desk.arns.Billing)], Channels: ['VOICE'] },
      }),
    );
    return answer.MetricResults?.map(({ Dimensions, Collections }) => [
      Dimensions?.Queue?.Arn,
      ...(Collections ?? []).map(({ Value }) => Value),
    ]);
  };
  const users = async (filters: sdk.UserDataFilters) =>
    (await client.send(new sdk.GetCurrentUserDataCommand({ InstanceId, Filters: filters }))).UserDataList;
  return { ...desk, client, InstanceId, put, metrics, users };
}
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe('PutUserStatus', () => {
  it('sets the status at once without a contact, and a waiting call rings', async () => {
    const { put, agent, dial, until } = await aDesk();
    const call = await dial();
    await until(() => call.phase === 'queue');
    await put('ned', 'Available');
    expect(agent('ned')).toMatchObject({ chosen: { name: 'Available' }, state: { name: 'PendingBusy' } });
  });

  it('sets the next status with a contact, and in the after-call work', async () => {
    const { put, agent, dial, until, act, becomes } = await aDesk();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    await put('ned', 'Lunch');
    expect(agent('ned')).toMatchObject({ chosen: { name: 'Available' }, nextState: { name: 'Lunch' } });
    call.hangUp();
    await put('ned', 'Break');
    expect(agent('ned')).toMatchObject({ state: { name: 'AfterCallWork' }, nextState: { name: 'Break' } });
    act('ned', 'ClearContact');
    expect(agent('ned')).toMatchObject({ state: { name: 'Break' }, contacts: [] });
  });

  it('refuses a status or a user that is none', async () => {
    const { put, client, InstanceId } = await aDesk();
    await expect(put('ned', 'nothing')).rejects.toBeInstanceOf(sdk.ResourceNotFoundException);
    const asked = client.send(new sdk.PutUserStatusCommand({ InstanceId, UserId: 'x', AgentStatusId: 'x' }));
    await expect(asked).rejects.toThrow('there is no user x');
  });
});

describe('GetCurrentMetricData', () => {
  it('counts who waits and who works, of all queues asked about or of each', async () => {
    const { metrics, dial, until, becomes, clock, connect, act, arns } = await aDesk();
    const asked = ['CONTACTS_IN_QUEUE', 'OLDEST_CONTACT_AGE', 'AGENTS_ONLINE', 'AGENTS_AVAILABLE'] as const;
    expect(await metrics([...asked])).toEqual([[undefined, 0, 0, 0, 0]]);
    expect(await metrics([...asked], ['QUEUE'])).toEqual([]);
    const call = await dial();
    await until(() => call.phase === 'queue');
    await passTime(connect, clock, 24_000);
    expect(await metrics([...asked], ['QUEUE', 'CHANNEL'])).toEqual([[arns.Queue, 1, 24, 0, 0]]);
    // AWS's own words: without groupings the unit says seconds and the value is in milliseconds.
    expect(await metrics([...asked])).toEqual([[undefined, 1, 24_000, 0, 0]]);

    const work = ['AGENTS_STAFFED', 'AGENTS_ON_CALL', 'AGENTS_AFTER_CONTACT_WORK', 'AGENTS_AVAILABLE'] as const;
    becomes('beth', 'Lunch');
    becomes('ned', 'Available');
    expect(await metrics([...work, 'AGENTS_ONLINE', 'AGENTS_NON_PRODUCTIVE'])).toEqual([[undefined, 1, 0, 0, 0, 2, 1]]);
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    expect(await metrics([...work])).toEqual([[undefined, 1, 1, 0, 0]]);
    call.hangUp();
    expect(await metrics([...work])).toEqual([[undefined, 1, 0, 1, 0]]);
    act('ned', 'ClearContact');
    expect(await metrics([...work])).toEqual([[undefined, 1, 0, 0, 1]]);
  });

  it('counts a callback before its time apart from those who wait', async () => {
    const { metrics, dial, connect, clock, client, InstanceId } = await aDesk({ inbound: calledBack });
    const call = await dial();
    await connect.settled();
    call.hangUp();
    expect(await metrics(['CONTACTS_SCHEDULED', 'CONTACTS_IN_QUEUE'])).toEqual([[undefined, 1, 0]]);
    await passTime(connect, clock, 5_000);
    expect(await metrics(['CONTACTS_SCHEDULED', 'CONTACTS_IN_QUEUE'])).toEqual([[undefined, 0, 1]]);
    const waiting = connect.contacts().find(({ initiationMethod }) => initiationMethod.toUpperCase() === 'CALLBACK');
    await client.send(new sdk.StopContactCommand({ InstanceId, ContactId: waiting?.contactId }));
    expect(await metrics(['CONTACTS_SCHEDULED', 'CONTACTS_IN_QUEUE'])).toEqual([[undefined, 0, 0]]);
  });

  it('refuses what it does not count, rather than answer nothing', async () => {
    const { metrics, client, InstanceId } = await aDesk();
    await expect(metrics(['ESTIMATED_WAIT_TIME'])).rejects.toThrow('not emulated: the metric ESTIMATED_WAIT_TIME');
    const asked = client.send(
      new sdk.GetCurrentMetricDataCommand({
        ...{ InstanceId, Filters: { Queues: ['x'] }, CurrentMetrics: [{ Name: 'AGENTS_ONLINE' }] },
      }),
    );
    await expect(asked).rejects.toThrow('there is no queue x');
  });
});

describe('GetCurrentUserData', () => {
  it('shows agents at work with the state of their contacts', async () => {
    const { users, becomes, dial, until, act, agent, arns } = await aDesk();
    const Queues = [idOf(arns.Queue)];
    expect(await users({ Queues })).toEqual([]);
    becomes('ned', 'Available');
    expect(await users({ Queues })).toMatchObject([
      {
        User: { Id: agent('ned').id },
        Status: { StatusName: 'Available', StatusStartTimestamp: new Date('2026-11-20T15:00:00.250Z') },
        AvailableSlotsByChannel: { VOICE: 1 },
        Contacts: [],
      },
    ]);
    const call = await dial();
    await until(() => call.phase === 'ringing');
    const contact = async () => (await users({ Agents: [agent('ned').id] }))?.[0]?.Contacts?.[0];
    expect(await contact()).toMatchObject({ ContactId: call.contactId, AgentContactState: 'CONNECTING' });
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    act('ned', 'HoldConnection', { side: 'customer' });
    becomes('ned', 'Lunch', true);
    expect(await users({ Queues, ContactFilter: { ContactStates: ['CONNECTED_ONHOLD'] } })).toMatchObject([
      {
        NextStatus: 'Lunch',
        ActiveSlotsByChannel: { VOICE: 1 },
        Contacts: [{ AgentContactState: 'CONNECTED_ONHOLD', InitiationMethod: 'INBOUND', Queue: { Arn: arns.Queue } }],
      },
    ]);
    expect(await users({ Queues, ContactFilter: { ContactStates: ['ENDED'] } })).toEqual([]);
    call.hangUp();
    expect((await contact())?.AgentContactState).toBe('ENDED');
  });

  it('asks for a filter, as the service does', async () => {
    const { users } = await aDesk();
    await expect(users({})).rejects.toBeInstanceOf(sdk.InvalidParameterException);
  });
});

describe('StopContact', () => {
  it('ends the call, also of one who waits, and says so in the record', async () => {
    const { client, InstanceId, dial, until } = await aDesk();
    const call = await dial();
    await until(() => call.phase === 'queue');
    await client.send(new sdk.StopContactCommand({ InstanceId, ContactId: call.contactId }));
    expect(call.phase).toBe('ended');
    const ContactId = call.contactId;
    const { Contact } = await client.send(new sdk.DescribeContactCommand({ InstanceId, ContactId }));
    expect(Contact).toMatchObject({
      DisconnectReason: 'OTHER',
      QueueInfo: { EnqueueTimestamp: expect.any(Date) },
      LastUpdateTimestamp: Contact?.DisconnectTimestamp,
    });
    const again = client.send(new sdk.StopContactCommand({ InstanceId, ContactId }));
    await expect(again).rejects.toBeInstanceOf(sdk.ContactNotFoundException);
  });
});
