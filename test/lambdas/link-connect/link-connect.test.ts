import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  AssociatePhoneNumberContactFlowCommand,
  AssociateQueueQuickConnectsCommand,
  ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
  DisassociateQueueQuickConnectsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../lambdas/link-connect/handler.ts';

const instance = 'arn:aws:connect:eu-west-1:123456789012:instance/i-1';
const flow = (id: string) => `${instance}/contact-flow/${id}`;
const queue = (id: string, ...quickConnects: string[]) => ({
  QueueArn: `${instance}/queue/${id}`,
  QuickConnectArns: quickConnects.map((one) => `${instance}/transfer-destination/${one}`),
});
const full = {
  ServiceToken: 'arn:aws:lambda:eu-west-1:123456789012:function:link',
  InstanceArn: instance,
  PhoneNumberArn: 'arn:aws:connect:eu-west-1:123456789012:phone-number/p-1',
  ContactFlowArn: flow('f-1'),
  Queues: [queue('q-1', 'c-1', 'c-2'), queue('q-2')],
};

describe('the links that CloudFormation cannot make', () => {
  const connect = mockClient(ConnectClient);
  let server: Server;
  let url: string;
  let answers: { status: string; reason?: string; id: string; type: string | undefined }[];
  let refusals: number;

  beforeAll(async () => {
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        const { Status: status, Reason: reason, PhysicalResourceId: id } = JSON.parse(body);
        if (refusals > 0) response.statusCode = 503;
        else answers.push({ status, reason, id, type: request.headers['content-type'] });
        refusals -= 1;
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer?signed`;
  });
  afterAll(async () => {
    connect.restore();
    vi.unstubAllEnvs();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    connect.reset();
    connect.resolves({});
    answers = [];
    refusals = 0;
  });

  /** What was asked of Connect, as words. */
  const asked = () =>
    connect.calls().map(({ args: [command] }) => {
      const { PhoneNumberId, ContactFlowId, QueueId, QuickConnectIds } = command.input as Record<
        string,
        string | string[]
      >;
      const verb = command.constructor.name.startsWith('Dis') ? 'unlink' : 'link';
      return [verb, PhoneNumberId ?? QueueId, ContactFlowId ?? QuickConnectIds ?? []].flat().join(' ');
    });

  const send = (RequestType: string, ResourceProperties: unknown, OldResourceProperties?: unknown, ms = 60_000) =>
    handler(
      {
        RequestType,
        ResponseURL: url,
        StackId: 'stack',
        RequestId: 'request',
        LogicalResourceId: 'Links',
        ...(RequestType !== 'Create' && { PhysicalResourceId: 'Links-links' }),
        ResourceProperties,
        ...(OldResourceProperties !== undefined && { OldResourceProperties }),
      },
      { getRemainingTimeInMillis: () => ms },
    );

  it('are made when the stack is created', async () => {
    await send('Create', full);
    expect(asked()).toEqual(['link p-1 f-1', 'link q-1 c-1 c-2']);
    expect(answers).toEqual([{ status: 'SUCCESS', reason: undefined, id: 'Links-links', type: '' }]);
  });

  it('are only those of queues when no number is given', async () => {
    await send('Create', { InstanceArn: instance, Queues: [queue('q-1', 'c-1')] });
    expect(asked()).toEqual(['link q-1 c-1']);
  });

  it('are made fifty at a time', async () => {
    await send('Create', {
      InstanceArn: instance,
      Queues: [queue('q-1', ...Array.from({ length: 60 }, (_, n) => `c-${n}`))],
    });
    const counts = connect
      .commandCalls(AssociateQueueQuickConnectsCommand)
      .map(({ args }) => args[0].input.QuickConnectIds?.length);
    expect(counts).toEqual([50, 10]);
  });

  it.each([
    ['nothing is taken away when nothing has gone', full, ['link p-1 f-1', 'link q-1 c-1 c-2']],
    [
      'a number gets its new flow without a moment without one',
      { ...full, ContactFlowArn: flow('f-2') },
      ['link p-1 f-2', 'link q-1 c-1 c-2'],
    ],
    [
      'a quick connect that has gone is taken away',
      { ...full, Queues: [queue('q-1', 'c-2', 'c-3')] },
      ['unlink q-1 c-1', 'link p-1 f-1', 'link q-1 c-2 c-3'],
    ],
    ['a queue that has gone loses its quick connects', { ...full, Queues: [] }, ['unlink q-1 c-1 c-2', 'link p-1 f-1']],
    [
      'a number that has gone leads nowhere',
      { ...full, PhoneNumberArn: undefined },
      ['unlink p-1', 'link q-1 c-1 c-2'],
    ],
  ])('change with the stack: %s', async (_, properties, expected) => {
    await send('Update', properties, full);
    expect(asked()).toEqual(expected);
    expect(answers[0]).toMatchObject({ status: 'SUCCESS', id: 'Links-links' });
  });

  it('are taken away with the stack', async () => {
    await send('Delete', full);
    expect(asked()).toEqual(['unlink p-1', 'unlink q-1 c-1 c-2']);
  });

  it('are taken away even when half of it is gone already', async () => {
    const gone = new ResourceNotFoundException({ message: 'gone', $metadata: {} });
    connect.on(DisassociatePhoneNumberContactFlowCommand).rejects(gone);
    connect.on(DisassociateQueueQuickConnectsCommand).rejects(gone);
    await send('Delete', full);
    expect(answers[0]?.status).toBe('SUCCESS');
  });

  it('that were never made, because of bad properties, are no hindrance to rolling back', async () => {
    await send('Delete', { InstanceArn: 'nonsense' });
    expect([asked(), answers[0]?.status]).toEqual([[], 'SUCCESS']);
  });

  it.each([
    ['bad properties', { ...full, Queues: [{ QueueArn: 'nonsense', QuickConnectArns: [] }] }, 'Queues.0.QueueArn'],
    ['no properties', undefined, 'the top'],
  ])('are refused with the place that is wrong: %s', async (_, properties, place) => {
    await send('Create', properties);
    expect(answers[0]).toMatchObject({ status: 'FAILED', reason: expect.stringContaining(place) });
  });

  it('tell the stack why Connect refused', async () => {
    connect.on(AssociatePhoneNumberContactFlowCommand).rejects(new Error('the number is not of this instance'));
    await send('Create', full);
    expect(answers[0]).toMatchObject({ status: 'FAILED', reason: 'Error: the number is not of this instance' });
  });

  it('tell the stack when there is no time left, instead of leaving it waiting', async () => {
    connect.on(AssociatePhoneNumberContactFlowCommand).callsFake(() => new Promise(() => undefined));
    await send('Create', full, undefined, 10_050);
    expect(answers[0]).toMatchObject({ status: 'FAILED', reason: expect.stringContaining('in time') });
  });

  it('are answered again when the answer was not taken', async () => {
    refusals = 1;
    await send('Create', { InstanceArn: instance, Queues: [] });
    expect(answers).toHaveLength(1);
  });
});
