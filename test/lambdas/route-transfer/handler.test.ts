import { ConnectClient, type Contact, DescribeContactCommand } from '@aws-sdk/client-connect';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

const instance = 'arn:aws:connect:eu-west-1:111122223333:instance/i-1';
const event = {
  Name: 'ContactFlowEvent',
  Details: {
    ContactData: {
      ContactId: 'c-2',
      InitialContactId: 'c-1',
      PreviousContactId: 'c-1',
      CustomerEndpoint: { Address: '+12125550123', Type: 'TELEPHONE_NUMBER' },
      SystemEndpoint: null,
      Queue: null,
    },
    Parameters: {},
  },
};
const agent = { Id: 'ned', ConnectedToAgentTimestamp: new Date(1) };
const queue = { QueueInfo: { Id: 'desk' } };

describe('route-transfer, asked by the flow', () => {
  const connect = mockClient(ConnectClient);
  let logged: string[];

  afterAll(() => {
    connect.restore();
    vi.unstubAllEnvs();
  });

  beforeEach(() => {
    connect.reset();
    vi.unstubAllEnvs();
    vi.resetModules();
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    vi.stubEnv('INSTANCE_ARN', instance);
    logged = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => Boolean(logged.push(String(line))));
  });

  async function ask(given: unknown = event) {
    try {
      const { handler } = await import('../../../lambdas/route-transfer/handler.ts');
      return await handler(given);
    } finally {
      vi.restoreAllMocks();
    }
  }

  it.each<[string, Contact, unknown]>([
    [
      'who has the call: there',
      { AgentInfo: agent, ...queue },
      { firstAgent: 'there', originQueueArn: `${instance}/queue/desk` },
    ],
    [
      'whose call is over: gone',
      { AgentInfo: agent, ...queue, DisconnectTimestamp: new Date(2) },
      { firstAgent: 'gone', originQueueArn: `${instance}/queue/desk` },
    ],
    [
      'in after-call work: gone',
      { AgentInfo: { ...agent, AfterContactWorkStartTimestamp: new Date(2) }, ...queue },
      { firstAgent: 'gone', originQueueArn: `${instance}/queue/desk` },
    ],
    [
      'whose own queue the call waited in: no queue that others serve',
      { AgentInfo: agent, QueueInfo: { Id: 'ned' } },
      { firstAgent: 'there' },
    ],
    [
      'whose own queue has the word in its id: the same',
      { AgentInfo: agent, QueueInfo: { Id: 'agent/ned' } },
      { firstAgent: 'there' },
    ],
    ['who called out: no queue', { AgentInfo: agent }, { firstAgent: 'there' }],
  ])('answers a flat map of strings for an agent %s', async (_, described, answer) => {
    connect.on(DescribeContactCommand).resolves({ Contact: described });
    expect(await ask()).toEqual(answer);
    expect(connect.commandCalls(DescribeContactCommand)[0]?.args[0].input).toEqual({
      InstanceId: 'i-1',
      ContactId: 'c-1',
    });
  });

  it('throws what Connect throws, and logs which contact it was about without a number', async () => {
    connect.on(DescribeContactCommand).rejects(new Error('TooManyRequests for +12125550123'));
    await expect(ask()).rejects.toThrow('TooManyRequests');
    expect(JSON.parse(logged.find((line) => line.includes('not routed')) ?? '{}')).toMatchObject({
      level: 'error',
      contactId: 'c-2',
      previousId: 'c-1',
    });
    expect(logged.join()).not.toContain('5550123');
  });

  it.each([null, {}, { Details: { ContactData: {} } }, { Details: { ContactData: { ContactId: 7 } } }])(
    'refuses %j, which names no contact',
    async (given) => {
      await expect(ask(given)).rejects.toThrow();
      expect(connect.commandCalls(DescribeContactCommand)).toEqual([]);
    },
  );

  it('names the variable that its deployment left out', async () => {
    vi.stubEnv('INSTANCE_ARN', undefined);
    await expect(ask()).rejects.toThrow('INSTANCE_ARN');
  });
});
