import { describe, expect, it } from 'vitest';
import { loadConnectAsks } from '../../../local/cloud/iam/connect-asks.ts';
import { dynamodbAsks } from '../../../local/cloud/iam/dynamodb-asks.ts';
import { type Decision, decide } from '../../../local/cloud/iam/evaluate.ts';
import { managedPolicy } from '../../../local/cloud/iam/managed.ts';
import { createRoles, refusal } from '../../../local/cloud/iam/roles.ts';
import type { Ask, Statement } from '../../../local/cloud/iam/types.ts';
import { localPlace } from '../../../local/cloud/types.ts';

const place = localPlace({ stackName: 'test' });
const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/Directory';
const query: Ask = { action: 'dynamodb:Query', resource: table };
const allow = (rest: Partial<Statement>): Statement => ({
  Effect: 'Allow',
  Action: 'dynamodb:*',
  Resource: '*',
  ...rest,
});
const deny = (rest: Partial<Statement>): Statement => ({ ...allow(rest), Effect: 'Deny' });
const given = (context: Ask['context']): Ask => ({ ...query, context });

const cases: [rule: string, statements: Statement[], ask: Ask, decision: Decision][] = [
  ['nothing allows', [], query, 'not allowed'],
  ['one Allow suffices', [allow({})], query, 'allowed'],
  ['a Deny wins, whatever its place', [deny({}), allow({})], query, 'denied'],
  ['a Deny elsewhere does not matter', [allow({}), deny({ Resource: `${table}/index/*` })], query, 'allowed'],
  ['actions compare without case', [allow({ Action: 'DynamoDB:query' })], query, 'allowed'],
  ['a star in an action', [allow({ Action: ['dynamodb:Get*', 'dynamodb:Qu*'] })], query, 'allowed'],
  ['another action', [allow({ Action: 'dynamodb:GetItem' })], query, 'not allowed'],
  [
    'NotAction leaves its actions out',
    [allow({ Action: undefined, NotAction: 'dynamodb:Query' })],
    query,
    'not allowed',
  ],
  ['NotAction takes all others', [allow({ Action: undefined, NotAction: 'dynamodb:Scan' })], query, 'allowed'],
  ['a question mark in a resource', [allow({ Resource: table.replace('y', '?') })], query, 'allowed'],
  [
    'a table is not its index',
    [allow({ Resource: table })],
    { ...query, resource: `${table}/index/open` },
    'not allowed',
  ],
  ['an index is not its table', [allow({ Resource: `${table}/index/open` })], query, 'not allowed'],
  ['resources compare with case', [allow({ Resource: table.toLowerCase() })], query, 'not allowed'],
  ['NotResource', [allow({ Resource: undefined, NotResource: table })], query, 'not allowed'],
  ['StringEquals', [allow({ Condition: { StringEquals: { 'a:k': ['x', 'y'] } } })], given({ 'A:K': 'y' }), 'allowed'],
  ['StringEquals without the key', [allow({ Condition: { StringEquals: { 'a:k': 'x' } } })], query, 'not allowed'],
  ['IfExists without the key', [allow({ Condition: { StringEqualsIfExists: { 'a:k': 'x' } } })], query, 'allowed'],
  ['StringNotEquals without the key', [allow({ Condition: { StringNotEquals: { 'a:k': 'x' } } })], query, 'allowed'],
  [
    'StringNotEquals',
    [allow({ Condition: { StringNotEquals: { 'a:k': ['x', 'y'] } } })],
    given({ 'a:k': 'y' }),
    'not allowed',
  ],
  ['StringLike', [allow({ Condition: { StringLike: { 'a:k': 'p*' } } })], given({ 'a:k': 'pq' }), 'allowed'],
  [
    'ArnLike',
    [allow({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:x:*:1:y/*' } } })],
    given({ 'aws:SourceArn': 'arn:aws:x:r:1:y/2' }),
    'allowed',
  ],
  [
    'Bool',
    [allow({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    given({ 'aws:SecureTransport': 'true' }),
    'allowed',
  ],
  ['Null true', [allow({ Condition: { Null: { 'a:k': 'true' } } })], query, 'allowed'],
  ['Null false', [allow({ Condition: { Null: { 'a:k': 'false' } } })], query, 'not allowed'],
  ['NumericLessThan', [allow({ Condition: { NumericLessThan: { 'a:n': '5' } } })], given({ 'a:n': '4' }), 'allowed'],
  [
    'ForAllValues',
    [allow({ Condition: { 'ForAllValues:StringEquals': { 'a:k': ['x'] } } })],
    given({ 'a:k': ['x', 'z'] }),
    'not allowed',
  ],
  ['ForAllValues of none', [allow({ Condition: { 'ForAllValues:StringEquals': { 'a:k': ['x'] } } })], query, 'allowed'],
  [
    'ForAnyValue',
    [allow({ Condition: { 'ForAnyValue:StringEquals': { 'a:k': ['x'] } } })],
    given({ 'a:k': ['x', 'z'] }),
    'allowed',
  ],
  [
    'every condition must hold',
    [allow({ Condition: { StringEquals: { a: 'x', b: 'x' } } })],
    given({ a: 'x', b: 'y' }),
    'not allowed',
  ],
  [
    'a variable in a value',
    [allow({ Condition: { StringEquals: { 'a:k': '${a:other}' } } })],
    given({ 'a:k': 'v', 'a:other': 'v' }),
    'allowed',
  ],
];

describe('policies', () => {
  it.each(cases)('%s', (_rule, statements, ask, decision) => {
    expect(decide([{ Statement: statements }], ask)).toBe(decision);
  });

  it('names a condition operator and a managed policy that are not emulated', () => {
    const statement = allow({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } });
    expect(() => decide([{ Statement: statement }], query)).toThrow('IpAddress is not emulated');
    expect(() => managedPolicy('arn:aws:iam::aws:policy/AdministratorAccess')).toThrow('AdministratorAccess');
  });

  it('refuses in words that name role, action and resource', () => {
    const role = createRoles().add('reader', 'arn:aws:iam::000000000000:role/reader', []);
    expect(refusal(role, 'identify-caller', [query])).toBe(
      `User: arn:aws:sts::000000000000:assumed-role/reader/identify-caller is not authorized to perform: dynamodb:Query on resource: ${table} because no identity-based policy allows the dynamodb:Query action`,
    );
  });
});

describe('what a DynamoDB request asks', () => {
  const asks = (operation: string, body: Record<string, unknown>) =>
    dynamodbAsks(operation, body, place)?.map(({ action, resource }) => `${action} ${resource.split('table/')[1]}`);

  it('a query of an index asks for the index', () => {
    expect(asks('Query', { TableName: 'T', IndexName: 'open' })).toEqual(['dynamodb:Query T/index/open']);
  });
  it('a batch asks for each table', () => {
    expect(asks('BatchGetItem', { RequestItems: { A: {}, B: {} } })).toEqual([
      'dynamodb:BatchGetItem A',
      'dynamodb:BatchGetItem B',
    ]);
  });
  it('a transaction asks as its parts, since it has no action of its own', () => {
    const TransactItems = [
      { Put: { TableName: 'A' } },
      { Update: { TableName: 'B' } },
      { Delete: { TableName: 'C' } },
      { ConditionCheck: { TableName: table } },
    ];
    expect(asks('TransactWriteItems', { TransactItems })).toEqual([
      'dynamodb:PutItem A',
      'dynamodb:UpdateItem B',
      'dynamodb:DeleteItem C',
      'dynamodb:ConditionCheckItem Directory',
    ]);
    expect(asks('TransactGetItems', { TransactItems: [{ Get: { TableName: 'A' } }] })).toEqual(['dynamodb:GetItem A']);
  });
  it('knows no operation that is not emulated', () => {
    expect(asks('ExecuteStatement', { Statement: 'SELECT' })).toBeUndefined();
  });
});

describe('what a Connect request asks', () => {
  const instance = 'arn:aws:connect:us-east-1:000000000000:instance/i';
  const ask = async (method: string, path: string, body = '') =>
    (await loadConnectAsks())({ method, path, headers: {}, body }, place);

  it('reads ids and ARNs from path, query and body', async () => {
    const flow = JSON.stringify({ InstanceId: instance, ContactFlowId: 'f' });
    expect(await ask('PUT', '/phone-number/p/contact-flow', flow)).toEqual({
      operation: 'AssociatePhoneNumberContactFlow',
      asks: [instance, 'arn:aws:connect:us-east-1:000000000000:phone-number/p', `${instance}/contact-flow/f`].map(
        (resource) => ({ action: 'connect:AssociatePhoneNumberContactFlow', resource }),
      ),
    });
    const quickConnects = JSON.stringify({ QuickConnectIds: ['a', `${instance}/transfer-destination/b`] });
    const path = `/queues/${encodeURIComponent(instance)}/q/associate-quick-connects`;
    expect((await ask('POST', path, quickConnects)).asks?.map(({ resource }) => resource)).toEqual([
      `${instance}/queue/q`,
      `${instance}/transfer-destination/a`,
      `${instance}/transfer-destination/b`,
    ]);
  });
  it.each<[operation: string, method: string, path: string, body: object, resources: string[]]>([
    [
      'CreateQuickConnect',
      'PUT',
      '/quick-connects/i',
      { QuickConnectConfig: { UserConfig: { UserId: 'u', ContactFlowId: 'f' } } },
      ['transfer-destination/*', 'agent/u', 'contact-flow/f'],
    ],
    ['DescribeQuickConnect', 'GET', '/quick-connects/i/q', {}, ['transfer-destination/q']],
    ['DeleteQuickConnect', 'DELETE', '/quick-connects/i/q', {}, ['transfer-destination/q']],
    ['UpdateQuickConnectName', 'POST', '/quick-connects/i/q/name', {}, ['transfer-destination/q']],
    [
      'UpdateQuickConnectConfig',
      'POST',
      '/quick-connects/i/q/config',
      { QuickConnectConfig: { QueueConfig: { QueueId: 'k', ContactFlowId: 'f' } } },
      ['transfer-destination/q', 'queue/k', 'contact-flow/f'],
    ],
    ['ListQuickConnects', 'GET', '/quick-connects/i?maxResults=5', {}, ['transfer-destination/*']],
    ['SearchQuickConnects', 'POST', '/search-quick-connects', { InstanceId: 'i' }, ['']],
    ['ListAgentStatuses', 'GET', '/agent-status/i', {}, ['agent-state/*']],
    ['PutUserStatus', 'PUT', '/users/i/u/status', { AgentStatusId: 's' }, ['', 'agent/u', 'agent-state/s']],
    ['GetCurrentMetricData', 'POST', '/metrics/current/i', { Filters: { Queues: ['a', 'b'] } }, ['queue/a', 'queue/b']],
    ['GetCurrentUserData', 'POST', '/metrics/userdata/i', { Filters: { Agents: ['u'] } }, ['agent/u']],
    ['StopContact', 'POST', '/contact/stop', { InstanceId: 'i', ContactId: 'c' }, ['contact/c']],
  ])('%s is checked on what it touches', async (operation, method, path, body, resources) => {
    const action = `connect:${operation}`;
    expect(await ask(method, path, JSON.stringify(body))).toEqual({
      operation,
      asks: resources.map((resource) => ({ action, resource: resource ? `${instance}/${resource}` : instance })),
    });
  });
  it('making something with tags asks to tag as well', async () => {
    const body = { Tags: { a: 'b' }, QuickConnectConfig: {} };
    const { asks } = await ask('PUT', '/quick-connects/i', JSON.stringify(body));
    expect(asks?.map(({ action }) => action)).toEqual(['connect:CreateQuickConnect', 'connect:TagResource']);
  });
  it('names an operation that it does not know', async () => {
    expect(await ask('PUT', '/contact/outbound-voice', '{}')).toEqual({
      operation: 'StartOutboundVoiceContact',
      asks: undefined,
    });
  });
});
