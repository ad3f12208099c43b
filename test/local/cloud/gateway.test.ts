import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFunction, cloudOf, type TestCloud } from './cloud-of.ts';

/** Unmodified SDK clients, as deployed functions have them. */
const reader = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { ConnectClient, SearchUsersCommand } from '@aws-sdk/client-connect';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.TABLE;
const commands = {
  put: () => table.send(new PutCommand({ TableName, Item: { pk: 'a', sk: '1', by: 'x', text: 'y'.repeat(1500) } })),
  refused: () => table.send(new PutCommand({ TableName, Item: { pk: 'a', sk: '1' }, ConditionExpression: 'attribute_not_exists(pk)' })),
  get: () => table.send(new GetCommand({ TableName, Key: { pk: 'a', sk: '1' } })),
  asked: () => table.send(new GetCommand({ TableName, Key: { pk: 'a', sk: '1' }, ReturnConsumedCapacity: 'TOTAL' })),
  index: () => table.send(new QueryCommand({ TableName, IndexName: 'byWhom', KeyConditionExpression: '#by = :by', ExpressionAttributeNames: { '#by': 'by' }, ExpressionAttributeValues: { ':by': 'x' } })),
  write: () => table.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: { pk: 't', sk: '1' } } }, { ConditionCheck: { TableName, Key: { pk: 'a', sk: '1' }, ConditionExpression: 'attribute_exists(pk)' } }] })),
  users: () => new ConnectClient({}).send(new SearchUsersCommand({ InstanceId: 'i' })),
  call: () => new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'helper', Payload: '{"n":20}' })),
  event: () => new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'helper', InvocationType: 'Event', Payload: '{"n":1}' })),
  foreign: async () => {
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID + '/20270101/us-east-1/s3/aws4_request' };
    const answer = await fetch(process.env.AWS_ENDPOINT_URL + '/bucket/key', { headers });
    return { text: await answer.text() };
  },
  stranger: async () => {
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=AKIASOMEBODY/20270101/us-east-1/dynamodb/aws4_request' };
    return { text: await (await fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST', headers, body: '{}' })).text() };
  },
};
export async function handler({ run }) {
  const results = [];
  for (const name of run) {
    try {
      const { Item, Items, ConsumedCapacity, Payload, StatusCode, text } = await commands[name]();
      results.push({ Item: Item?.sk, Items: Items?.length, units: ConsumedCapacity?.CapacityUnits, Payload: Payload?.length ? Buffer.from(Payload).toString() : undefined, StatusCode, text });
    } catch (error) {
      results.push({ error: error.name, message: error.message });
    }
  }
  return results;
}`;

const table = { 'Fn::GetAtt': ['Table', 'Arn'] };
const index = { 'Fn::Join': ['', [table, '/index/byWhom']] };

function resourcesWith(statements: object[]) {
  return {
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        AttributeDefinitions: ['pk', 'sk', 'by'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'byWhom',
            KeySchema: [{ AttributeName: 'by', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
      },
    },
    ...aFunction('helper'),
    ...aFunction('reader', { statements, properties: { Environment: { Variables: { TABLE: { Ref: 'Table' } } } } }),
  };
}
const code = { reader, helper: 'export const handler = async ({ n }) => ({ doubled: n * 2 });' };
const everything = [
  { Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:ConditionCheckItem'], Resource: table },
  { Effect: 'Allow', Action: 'dynamodb:Query', Resource: index },
  { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: { 'Fn::GetAtt': ['helper', 'Arn'] } },
];

describe('the gateway, asked by the SDK', () => {
  let cloud: TestCloud;
  afterAll(() => cloud.stop());
  beforeAll(async () => {
    cloud = await cloudOf(resourcesWith(everything), code);
  });
  const run = async (...names: string[]) => {
    const definition = cloud.functions.find('reader');
    if (!definition) throw new Error('no reader');
    const { invocation, payload } = await cloud.functions.run(definition, { run: names });
    return { invocation, results: payload as Record<string, unknown>[] };
  };

  it('hands DynamoDB requests over and counts what they cost to the run that made them', async () => {
    const { invocation, results } = await run('put', 'get', 'asked', 'index');
    expect(results).toEqual([{}, { Item: '1' }, { Item: '1', units: 0.5 }, { Items: 1 }]);
    expect(invocation).toMatchObject({ outcome: 'ok', requests: 4, read: 1.5, write: 3 });
    expect((await run('get')).invocation).toMatchObject({ requests: 1, read: 0.5, write: 0 });
  });
  it('counts a refused condition, which costs although nothing is written', async () => {
    const { invocation, results } = await run('refused');
    expect(results[0]?.error).toBe('ConditionalCheckFailedException');
    expect(invocation).toMatchObject({ requests: 1, write: 1 });
  });
  it('runs functions that functions call, at once or as an event', async () => {
    const { results } = await run('call', 'event');
    expect(results).toEqual([{ StatusCode: 200, Payload: '{"doubled":40}' }, { StatusCode: 202 }]);
    await cloud.asynchronous.idle();
  });
  it('lets a transaction through that may do its parts', async () => {
    expect((await run('write')).results).toEqual([{}]);
  });
  it('says what is not emulated, and knows only keys of the template', async () => {
    const { results } = await run('foreign', 'stranger');
    expect(results[0]?.text).toContain('not emulated: s3');
    expect(results[1]?.text).toContain('UnrecognizedClientException');
    expect(cloud.problems.list()).toContain('not emulated: s3');
  });
});

describe('a role that lacks a statement', () => {
  const arn = 'arn:aws:dynamodb:us-east-1:000000000000:table/test-Table';
  const who = 'User: arn:aws:sts::000000000000:assumed-role/reader-role/reader is not authorized to perform';

  it.each<[what: string, statements: object[], command: string, action: string, resource: string]>([
    ['at all', [], 'get', 'dynamodb:GetItem', arn],
    [
      'for the index',
      [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: table }],
      'index',
      'dynamodb:Query',
      `${arn}/index/byWhom`,
    ],
    [
      'for a part of a transaction',
      [{ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: table }],
      'write',
      'dynamodb:ConditionCheckItem',
      arn,
    ],
    ['for Connect', everything, 'users', 'connect:SearchUsers', 'arn:aws:connect:us-east-1:000000000000:instance/i'],
    [
      'for a function',
      everything.slice(0, 2),
      'call',
      'lambda:InvokeFunction',
      'arn:aws:lambda:us-east-1:000000000000:function:helper',
    ],
  ])('is refused as AWS refuses it: %s', async (_what, statements, command, action, resource) => {
    const cloud = await cloudOf(resourcesWith(statements), code);
    try {
      const definition = cloud.functions.find('reader');
      const payload = definition && (await cloud.functions.run(definition, { run: [command] })).payload;
      const message = `${who}: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
      expect(payload).toEqual([{ error: 'AccessDeniedException', message }]);
      expect(cloud.problems.list()).toEqual([`AccessDeniedException: ${message}`]);
    } finally {
      await cloud.stop();
    }
  });
});
