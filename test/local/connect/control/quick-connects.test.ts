import * as sdk from '@aws-sdk/client-connect';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anInstance } from '../instance.ts';
import { sdkOf } from './sdk.ts';

const end = [{ id: 'end', type: 'DisconnectParticipant' }];
const desk = anInstance({
  flows: { ToAgent: { type: 'AGENT_TRANSFER', blocks: end }, ToQueue: { type: 'QUEUE_TRANSFER', blocks: end } },
});
const { connect, arns } = desk;
const InstanceId = desk.instanceArn;
const idOf = (arn = '') => arn.split('/').at(-1) ?? '';
const toNed: sdk.QuickConnectConfig = {
  QuickConnectType: 'USER',
  UserConfig: { UserId: desk.agent('ned').id, ContactFlowId: idOf(arns.ToAgent) },
};

let client: sdk.ConnectClient;
let stop = () => {};
beforeAll(async () => {
  ({ client, stop } = await sdkOf(connect));
});
afterAll(() => stop());

const create = (Name: string, change: Partial<sdk.CreateQuickConnectCommandInput> = {}) =>
  client.send(new sdk.CreateQuickConnectCommand({ InstanceId, Name, QuickConnectConfig: toNed, ...change }));
const describeIt = async (QuickConnectId: string | undefined) =>
  (await client.send(new sdk.DescribeQuickConnectCommand({ InstanceId, QuickConnectId }))).QuickConnect;
const names = async (input: Partial<sdk.SearchQuickConnectsCommandInput>) =>
  (await client.send(new sdk.SearchQuickConnectsCommand({ InstanceId, ...input }))).QuickConnects?.map(
    ({ Name }) => Name,
  );
beforeEach(async () => {
  for await (const page of sdk.paginateListQuickConnects({ client }, { InstanceId })) {
    for (const { Id } of page.QuickConnectSummaryList ?? []) {
      await client.send(new sdk.DeleteQuickConnectCommand({ InstanceId, QuickConnectId: Id }));
    }
  }
});

describe('quick connects', () => {
  it('are made to a person, to a queue and to a number, and described with ids', async () => {
    const { QuickConnectId, QuickConnectARN } = await create('Ned Flanders', {
      Description: 'ned',
      Tags: { made: 'deskline' },
    });
    expect(QuickConnectARN).toBe(`${InstanceId}/transfer-destination/${QuickConnectId}`);
    expect(await describeIt(QuickConnectId)).toMatchObject({
      QuickConnectARN,
      Name: 'Ned Flanders',
      Description: 'ned',
      QuickConnectConfig: toNed,
      Tags: { made: 'deskline' },
      LastModifiedTime: new Date('2026-11-20T15:00:00.250Z'),
    });
    const toBilling = { QueueId: idOf(arns.Billing), ContactFlowId: idOf(arns.ToQueue) };
    const queue = await create('Billing', {
      QuickConnectConfig: { QuickConnectType: 'QUEUE', QueueConfig: toBilling },
    });
    expect((await describeIt(queue.QuickConnectId))?.QuickConnectConfig?.QueueConfig).toEqual(toBilling);
    const PhoneConfig = { PhoneNumber: '+12125550177' };
    const number = await create('Pharmacy', { QuickConnectConfig: { QuickConnectType: 'PHONE_NUMBER', PhoneConfig } });
    expect((await describeIt(number.QuickConnectId))?.QuickConnectConfig).toEqual({
      QuickConnectType: 'PHONE_NUMBER',
      PhoneConfig,
    });
    const listed = await client.send(new sdk.ListQuickConnectsCommand({ InstanceId, QuickConnectTypes: ['USER'] }));
    expect(listed.QuickConnectSummaryList?.map(({ Name }) => Name)).toEqual(['Ned Flanders']);
  });

  it('are found by name, description and tag, a page at a time', async () => {
    await create('Ned Flanders', { Description: 'ned', Tags: { made: 'deskline' } });
    await create('Beth Sanchez', { Description: 'beth' });
    const by = (FieldName: string, Value: string, ComparisonType: sdk.StringComparisonType) => ({
      SearchCriteria: { StringCondition: { FieldName, Value, ComparisonType } },
    });
    expect(await names(by('name', 'Ned', 'STARTS_WITH'))).toEqual(['Ned Flanders']);
    expect(await names(by('description', 'beth', 'EXACT'))).toEqual(['Beth Sanchez']);
    const either = ['ned', 'beth'].map((name) => by('description', name, 'EXACT').SearchCriteria);
    expect(await names({ SearchCriteria: { OrConditions: either } })).toEqual(['Ned Flanders', 'Beth Sanchez']);
    expect(await names({ SearchCriteria: { AndConditions: either } })).toEqual([]);
    const TagFilter = { TagCondition: { TagKey: 'made', TagValue: 'deskline' } };
    expect(await names({ SearchFilter: { TagFilter } })).toEqual(['Ned Flanders']);
    await expect(names(by('colour', 'red', 'EXACT'))).rejects.toThrow('FieldName colour cannot be searched');
    const pages: number[] = [];
    for await (const page of sdk.paginateSearchQuickConnects({ client, pageSize: 1 }, { InstanceId })) {
      pages.push(page.QuickConnects?.length ?? 0);
      expect(page.ApproximateTotalCount).toBe(2);
    }
    expect(pages).toEqual([1, 1]);
  });

  it('change their name, where they lead, and their tags', async () => {
    const { QuickConnectId, QuickConnectARN } = await create('Ned Flanders', { Description: 'ned', Tags: { a: '1' } });
    await client.send(new sdk.UpdateQuickConnectNameCommand({ InstanceId, QuickConnectId, Name: 'Edward Flanders' }));
    const toBeth = { ...toNed, UserConfig: { ...toNed.UserConfig, UserId: desk.agent('beth').id } };
    await client.send(
      new sdk.UpdateQuickConnectConfigCommand({
        InstanceId,
        QuickConnectId,
        QuickConnectConfig: toBeth as sdk.QuickConnectConfig,
      }),
    );
    await client.send(new sdk.TagResourceCommand({ resourceArn: QuickConnectARN, tags: { b: '2' } }));
    expect(await describeIt(QuickConnectId)).toMatchObject({
      Name: 'Edward Flanders',
      Description: 'ned',
      QuickConnectConfig: { UserConfig: { UserId: desk.agent('beth').id } },
      Tags: { a: '1', b: '2' },
    });
    // The former name is free, and whoever gets it is somebody else.
    expect((await create('Ned Flanders')).QuickConnectId).not.toBe(QuickConnectId);
  });

  it('lead agents to whom they name, and are gone from the queues with their end', async () => {
    const { QuickConnectId = '', QuickConnectARN } = await create('Ned Flanders');
    const link = { InstanceId, QueueId: idOf(arns.Queue), QuickConnectIds: [QuickConnectId] };
    await client.send(new sdk.AssociateQueueQuickConnectsCommand(link));
    expect(connect.endpoints([arns.Queue ?? ''])).toEqual([
      { arn: QuickConnectARN, type: 'agent', name: 'Ned Flanders', agentLogin: 'ned', phoneNumber: undefined },
    ]);
    await client.send(new sdk.DeleteQuickConnectCommand({ InstanceId, QuickConnectId }));
    expect(connect.endpoints([arns.Queue ?? ''])).toEqual([]);
    await expect(describeIt(QuickConnectId)).rejects.toBeInstanceOf(sdk.ResourceNotFoundException);
  });

  it.each<[what: string, Name: string, config: object, error: string]>([
    ['a name that is taken', 'Ned Flanders', toNed, 'DuplicateResourceException'],
    ['a name of 128 characters', 'n'.repeat(128), toNed, 'InvalidParameterException'],
    [
      'a person who is none',
      'Nobody',
      { ...toNed, UserConfig: { UserId: 'x', ContactFlowId: idOf(arns.ToAgent) } },
      'ResourceNotFoundException',
    ],
    [
      'a flow of another kind',
      'Ned',
      { ...toNed, UserConfig: { UserId: desk.agent('ned').id, ContactFlowId: idOf(arns.ToQueue) } },
      'InvalidParameterException',
    ],
    ['no configuration of its kind', 'Ned', { QuickConnectType: 'USER' }, 'InvalidParameterException'],
    [
      'a number that is none',
      'Ned',
      { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '911' } },
      'InvalidParameterException',
    ],
  ])('are refused with %s, and nothing is made', async (_what, Name, config, error) => {
    await create('Ned Flanders');
    const QuickConnectConfig = config as sdk.QuickConnectConfig;
    await expect(create(Name, { QuickConnectConfig })).rejects.toMatchObject({ name: error });
    expect(await names({})).toEqual(['Ned Flanders']);
  });

  it('are linked with a queue 50 at a time', async () => {
    const { QuickConnectId = '' } = await create('Ned Flanders');
    const link = (count: number) =>
      client.send(
        new sdk.AssociateQueueQuickConnectsCommand({
          InstanceId,
          QueueId: idOf(arns.Queue),
          QuickConnectIds: Array<string>(count).fill(QuickConnectId),
        }),
      );
    await link(50);
    await expect(link(51)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});
