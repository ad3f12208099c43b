import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusEvent } from '../../../local/cloud/events/bus.ts';
import type { Template } from '../../../local/cloud/types.ts';
import { aFunction, cloudOf, type TestCloud } from './cloud-of.ts';

/** Puts the entries that it is given, as a function of ours does. */
const teller = `
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
const client = new EventBridgeClient({});
export async function handler({ entries }) {
  try {
    const { FailedEntryCount, Entries } = await client.send(new PutEventsCommand({ Entries: entries }));
    return { failed: FailedEntryCount, codes: Entries.map(({ EventId, ErrorCode }) => ErrorCode ?? typeof EventId) };
  } catch ({ name, message }) { return { error: name, message }; }
}`;
const hearer = 'export const handler = async (event) => event.detail;';

const allowed = {
  ...{ Effect: 'Allow', Action: 'events:PutEvents', Resource: '*' },
  Condition: { StringEquals: { 'events:source': 'deskline' } },
};
const template = (statements: object[]): Template['Resources'] => ({
  ...aFunction('teller', { statements }),
  ...aFunction('hearer'),
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      ...{ Name: 'presence', State: 'ENABLED', EventPattern: { source: ['deskline'] } },
      Targets: [{ Id: 't', Arn: { 'Fn::GetAtt': ['hearer', 'Arn'] } }],
    },
  },
  Permission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      ...{ Action: 'lambda:InvokeFunction', FunctionName: { Ref: 'hearer' }, Principal: 'events.amazonaws.com' },
      SourceArn: { 'Fn::GetAtt': ['Rule', 'Arn'] },
    },
  },
});
const entry = (change: Record<string, unknown> = {}) => ({
  ...{ Source: 'deskline', DetailType: 'Agent Presence Changed', Detail: '{"username":"ned"}' },
  ...change,
});

describe('PutEvents', () => {
  let cloud: TestCloud;
  const heard: BusEvent[] = [];
  beforeAll(async () => {
    cloud = await cloudOf(template([allowed]), { teller, hearer });
    cloud.bus.onEvent((event) => heard.push(event));
  });
  afterAll(() => cloud.stop());
  const tell = async (...entries: object[]) => {
    const definition = cloud.functions.find('teller');
    return definition && (await cloud.functions.run(definition, { entries })).payload;
  };

  it('brings a function’s event to rules and listeners, at the instance’s time', async () => {
    const ran: string[] = [];
    cloud.functions.onInvocation(({ functionName, outcome }) => ran.push(`${functionName} ${outcome}`));
    expect(await tell(entry())).toEqual({ failed: 0, codes: ['string'] });
    await cloud.bus.idle();

    expect(ran).toContain('hearer ok');
    expect(heard).toMatchObject([
      {
        ...{ source: 'deskline', 'detail-type': 'Agent Presence Changed', time: '2027-03-01T09:00:00Z' },
        ...{ account: '000000000000', detail: { username: 'ned' } },
      },
    ]);
  });

  it('refuses a wrong entry by itself, and takes the others', async () => {
    heard.length = 0;
    const wrong = [entry({ Detail: '[]' }), entry({ DetailType: '' }), entry({ EventBusName: 'other' })];
    expect(await tell(entry(), ...wrong)).toEqual({
      failed: 3,
      codes: ['string', 'MalformedDetail', 'InvalidArgument', 'ResourceNotFoundException'],
    });
    expect(heard.length).toBe(1);
    expect(await tell(...Array(11).fill(entry()))).toMatchObject({ error: 'ValidationException' });
  });

  it('asks the role for the bus and the source', async () => {
    heard.length = 0;
    expect(await tell(entry({ Source: 'another' }))).toEqual({
      error: 'AccessDeniedException',
      message: expect.stringContaining(
        'not authorized to perform: events:PutEvents on resource: arn:aws:events:us-east-1:000000000000:event-bus/default',
      ),
    });
    expect(heard).toEqual([]);
  });
});

it('nobody of the template has to hear what the desk itself says', async () => {
  const cloud = await cloudOf(template([{ ...allowed, Condition: undefined }]), { teller, hearer });
  try {
    cloud.bus.put({ source: 'other', 'detail-type': 'Said', time: '', resources: [], detail: {} });
    expect(cloud.problems.list()).toEqual([]);
  } finally {
    await cloud.stop();
  }
});
