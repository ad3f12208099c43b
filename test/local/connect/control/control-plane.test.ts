import * as sdk from '@aws-sdk/client-connect';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRoutes } from '../../../../local/connect/control/routes.ts';
import { anInstance } from '../instance.ts';
import { sdkOf } from './sdk.ts';

const desk = anInstance({
  flows: { Transfer: { type: 'QUEUE_TRANSFER', blocks: [{ id: 'end', type: 'DisconnectParticipant' }] } },
});
const { connect, instanceArn } = desk;
const InstanceId = instanceArn.split('/')[1] ?? '';
const quickConnectArn = connect.provision('AWS::Connect::QuickConnect', 'ToBilling', {
  InstanceArn: instanceArn,
  Name: 'Billing',
  QuickConnectConfig: {
    QuickConnectType: 'QUEUE',
    QueueConfig: { QueueArn: desk.arns.Billing, ContactFlowArn: desk.arns.Transfer },
  },
}).ref;

let client: sdk.ConnectClient;
let stop = () => {};
beforeAll(async () => {
  ({ client, stop } = await sdkOf(connect));
});
afterAll(() => stop());

describe('the control plane, asked by the SDK', () => {
  it('knows the operations of the SDK', async () => {
    expect((await loadRoutes()).length).toBeGreaterThan(350);
  });

  it('links a number with a flow, by ids as by ARNs, and takes the link away', async () => {
    const PhoneNumberId = desk.number.ref;
    expect(() => connect.dial({ from: '', to: desk.to })).toThrow('leads to no flow');
    await client.send(
      new sdk.AssociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId, ContactFlowId: desk.inbound }),
    );
    connect.dial({ from: '', to: desk.to }).hangUp();
    await client.send(
      new sdk.DisassociatePhoneNumberContactFlowCommand({
        PhoneNumberId: PhoneNumberId.split('/')[1],
        InstanceId: instanceArn,
      }),
    );
    expect(() => connect.dial({ from: '', to: desk.to })).toThrow('leads to no flow');
  });

  it('links quick connects with a queue, so that agents find them, twice without harm', async () => {
    const link = {
      InstanceId,
      QueueId: desk.arns.Queue ?? '',
      QuickConnectIds: [quickConnectArn.split('/').at(-1) ?? ''],
    };
    await client.send(new sdk.AssociateQueueQuickConnectsCommand(link));
    await client.send(new sdk.AssociateQueueQuickConnectsCommand(link));
    expect(connect.endpoints([desk.arns.Queue ?? ''])).toEqual([
      { arn: quickConnectArn, type: 'queue', name: 'Billing', phoneNumber: undefined },
    ]);
    const listed = await client.send(new sdk.ListQueueQuickConnectsCommand({ InstanceId, QueueId: link.QueueId }));
    expect(listed.QuickConnectSummaryList).toMatchObject([{ Name: 'Billing', QuickConnectType: 'QUEUE' }]);
    await client.send(new sdk.DisassociateQueueQuickConnectsCommand(link));
    expect(connect.endpoints([desk.arns.Queue ?? ''])).toEqual([]);
  });

  it('describes a contact with its times as dates, its attributes and why it ended', async () => {
    const call = await desk.dial();
    await client.send(
      new sdk.UpdateContactAttributesCommand({ InstanceId, InitialContactId: call.contactId, Attributes: { a: 'b' } }),
    );
    call.hangUp();
    const { Contact } = await client.send(
      new sdk.DescribeContactCommand({ InstanceId: instanceArn, ContactId: call.contactId }),
    );
    expect(Contact).toMatchObject({
      Id: call.contactId,
      InitiationMethod: 'INBOUND',
      Channel: 'VOICE',
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      Attributes: { a: 'b' },
      CustomerEndpoint: { Address: '+12125550123', Type: 'TELEPHONE_NUMBER' },
    });
    expect(Contact?.DisconnectTimestamp).toEqual(new Date('2026-11-20T15:00:00.250Z'));
    const { Attributes } = await client.send(
      new sdk.GetContactAttributesCommand({ InstanceId, InitialContactId: call.contactId }),
    );
    expect(Attributes).toEqual({ a: 'b' });
  });

  it('pages through the users and tells the role of each', async () => {
    const names: (string | undefined)[] = [];
    for await (const page of sdk.paginateListUsers({ client, pageSize: 1 }, { InstanceId })) {
      names.push(...(page.UserSummaryList ?? []).map((user) => user.Username));
    }
    expect(names).toEqual(['ned', 'beth']);
    const { Users } = await client.send(
      new sdk.SearchUsersCommand({
        InstanceId,
        SearchCriteria: { StringCondition: { FieldName: 'Username', Value: 'ned', ComparisonType: 'EXACT' } },
      }),
    );
    const { User } = await client.send(new sdk.DescribeUserCommand({ InstanceId, UserId: Users?.[0]?.Id }));
    expect(User).toMatchObject({ Username: 'ned', IdentityInfo: { FirstName: 'Ned' }, Arn: desk.agent('ned').arn });
    const { SecurityProfile } = await client.send(
      new sdk.DescribeSecurityProfileCommand({ InstanceId, SecurityProfileId: User?.SecurityProfileIds?.[0] }),
    );
    expect(SecurityProfile?.SecurityProfileName).toBe('Agent');
  });

  it('lists queues, quick connects of a type, agent statuses and numbers', async () => {
    const { QueueSummaryList } = await client.send(new sdk.ListQueuesCommand({ InstanceId, QueueTypes: ['STANDARD'] }));
    expect(QueueSummaryList?.map((queue) => queue.Name)).toEqual(['Service desk', 'Billing']);
    const ofUsers = await client.send(new sdk.ListQuickConnectsCommand({ InstanceId, QuickConnectTypes: ['USER'] }));
    expect(ofUsers.QuickConnectSummaryList).toEqual([]);
    const { AgentStatusSummaryList } = await client.send(new sdk.ListAgentStatusesCommand({ InstanceId }));
    expect(AgentStatusSummaryList?.[0]).toMatchObject({ Name: 'Available', Type: 'ROUTABLE' });
    const numbers = await client.send(new sdk.ListPhoneNumbersV2Command({ TargetArn: instanceArn }));
    expect(numbers.ListPhoneNumbersSummaryList?.[0]?.PhoneNumber).toBe('+12125550100');
  });

  it("throws the SDK's own exceptions for what is not there or lacks a member", async () => {
    const describe = (id: string) => client.send(new sdk.DescribeContactCommand({ InstanceId: id, ContactId: 'none' }));
    await expect(describe(InstanceId)).rejects.toBeInstanceOf(sdk.ResourceNotFoundException);
    await expect(describe('another')).rejects.toThrow('there is no instance another');
    const { status, body } = await desk.ask('POST', '/contact/attributes', { InstanceId });
    expect([status, body.message]).toEqual([400, 'UpdateContactAttributes lacks InitialContactId, Attributes']);
  });

  it('answers 501 and names the operation when it is not emulated', async () => {
    const asked = client.send(new sdk.ListPromptsCommand({ InstanceId }));
    await expect(asked).rejects.toMatchObject({
      name: 'NotEmulatedException',
      message: 'not emulated: connect:ListPrompts',
      $metadata: { httpStatusCode: 501 },
    });
  });
});
