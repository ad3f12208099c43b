import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../local/cloud/template/intrinsics.ts';
import { orderOf } from '../../../local/cloud/template/order.ts';
import { createOrigins } from '../../../local/cloud/template/origins.ts';
import { scopeOf } from '../../../local/cloud/template/scope.ts';
import { localPlace, type Template } from '../../../local/cloud/types.ts';

const template: Template = {
  Parameters: { Size: { Type: 'String', Default: 'small' }, Asked: { Type: 'String' } },
  Mappings: { Sizes: { small: { memory: 128 } } },
  Conditions: {
    IsSmall: { 'Fn::Equals': [{ Ref: 'Size' }, 'small'] },
    IsBig: { 'Fn::Not': [{ Condition: 'IsSmall' }] },
    Both: { 'Fn::And': [{ Condition: 'IsSmall' }, { Condition: 'IsBig' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsSmall' }, { Condition: 'IsBig' }] },
  },
  Resources: { Table: { Type: 'AWS::DynamoDB::Table' } },
};
const made = new Map([['Table', { ref: 'people', attributes: { Arn: 'arn:table', 'Endpoint.Port': 80 } }]]);
const scope = scopeOf(template, localPlace({ stackName: 'desk' }), made);

describe('intrinsic functions', () => {
  it.each<[value: unknown, result: unknown]>([
    [{ Ref: 'Table' }, 'people'],
    [{ Ref: 'Size' }, 'small'],
    [{ Ref: 'AWS::Region' }, 'us-east-1'],
    [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:table'],
    [{ 'Fn::GetAtt': 'Table.Endpoint.Port' }, 80],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Table' }, 1]] }, 'a-people-1'],
    [{ 'Fn::Join': [',', { 'Fn::Split': ['/', 'a/b'] }] }, 'a,b'],
    [{ 'Fn::Sub': '${Table}:${Table.Arn}:${!kept}:${AWS::AccountId}' }, 'people:arn:table:${kept}:000000000000'],
    [{ 'Fn::Sub': ['${own}/${Table}', { own: { Ref: 'Size' } }] }, 'small/people'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Size' }, 'memory'] }, 128],
    [{ 'Fn::Base64': 'hi' }, 'aGk='],
    [{ 'Fn::If': ['IsSmall', 'yes', { Ref: 'Nothing' }] }, 'yes'],
    [{ 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    [{ 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    [
      { kept: 1, gone: { Ref: 'AWS::NoValue' }, list: [1, { Ref: 'AWS::NoValue' }] },
      { kept: 1, list: [1] },
    ],
    [{ Condition: { StringEquals: { a: { Ref: 'Size' } } } }, { Condition: { StringEquals: { a: 'small' } } }],
  ])('%j', (value, result) => expect(evaluate(value, scope)).toEqual(result));

  it.each<[value: unknown, message: string]>([
    [{ Ref: 'Nothing' }, 'Ref names Nothing'],
    [{ Ref: 'Asked' }, 'the parameter Asked has no default'],
    [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'not emulated: attribute StreamArn of AWS::DynamoDB::Table Table'],
    [{ 'Fn::ImportValue': 'x' }, 'Fn::ImportValue is not emulated'],
    [{ 'Fn::Select': [5, ['a']] }, 'no item 5'],
    ['{{resolve:secretsmanager:x}}', 'dynamic references are not emulated'],
  ])('throws for %j', (value, message) => expect(() => evaluate(value, scope)).toThrow(message));
});

describe('the order of resources', () => {
  const resource = (Properties: Record<string, unknown>, DependsOn?: string[]) => ({
    Type: 'X',
    Properties,
    DependsOn,
  });

  it('puts each after what it names by Ref, Fn::GetAtt, Fn::Sub or DependsOn', () => {
    const order = orderOf({
      A: resource({ b: { Ref: 'B' } }, ['E']),
      B: resource({ c: { 'Fn::GetAtt': ['C', 'Arn'] } }),
      C: resource({ d: { 'Fn::Sub': 'x-${D.Arn}' } }),
      D: resource({ own: { 'Fn::Sub': ['${A}', { A: 'not a resource' }] } }),
      E: resource({}),
    });
    expect(order).toEqual(['D', 'C', 'B', 'E', 'A']);
  });

  it('names the whole circle', () => {
    const circle = { A: resource({ b: { Ref: 'B' } }), B: resource({ c: { Ref: 'C' } }), C: resource({}, ['A']) };
    expect(() => orderOf(circle)).toThrow('circular dependency: A → B → C → A');
  });
});

describe('the three origins', () => {
  const local = { site: 'http://localhost:1', instance: 'http://localhost:2', issuer: 'http://localhost:2/issuer' };
  const origins = createOrigins(local);
  origins.addSite('d1.cloudfront.net');
  origins.addIssuer('https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x');
  origins.addIssuer('https://desk.auth.us-east-1.amazoncognito.com');
  origins.addIssuer('https://login.example.com/');

  it.each([
    ['https://d1.cloudfront.net', 'http://localhost:1'],
    ['https://d1.cloudfront.net/x', 'http://localhost:1/x'],
    ['https://d1.cloudfront.network', 'https://d1.cloudfront.network'],
    ['https://desk.my.connect.aws/ccp-v2/', 'http://localhost:2/ccp-v2/'],
    ['https://desk.awsapps.com/connect/ccp-v2/', 'http://localhost:2/connect/ccp-v2/'],
    ['https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x', 'http://localhost:2/issuer'],
    ['https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x/.well-known', 'http://localhost:2/issuer/.well-known'],
    [
      'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_xy',
      'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_xy',
    ],
    ["'self' https://cognito-idp.us-east-1.amazonaws.com; x", "'self' http://localhost:2; x"],
    ['https://desk.auth.us-east-1.amazoncognito.com/logout?a=b', 'http://localhost:2/issuer/logout?a=b'],
    ["connect-src https://desk.auth.us-east-1.amazoncognito.com 'self'", "connect-src http://localhost:2 'self'"],
    ['https://login.example.com/', 'http://localhost:2/issuer'],
    ['https://example.com', 'https://example.com'],
  ])('%s', (text, translated) => expect(origins.translate(text)).toBe(translated));

  it('are translated inside lists and objects', () => {
    expect(origins.translateAll({ a: ['https://d1.cloudfront.net', 1, null] })).toEqual({
      a: ['http://localhost:1', 1, null],
    });
  });
});
