import { describe, expect, it } from 'vitest';
import { createClock } from '../../../local/connect/clock.ts';
import { createConnect } from '../../../local/connect/index.ts';
import { anInstance } from './instance.ts';

const empty = () =>
  createConnect({
    clock: createClock({ mode: 'free' }),
    newId: () => 'id',
    functions: { invoke: () => Promise.reject(new Error('not asked')), onInvocation() {} },
    bus: { put() {} },
    region: 'eu-central-1',
    account: '111122223333',
  });
const existing = 'arn:aws:connect:eu-central-1:111122223333:instance/aaaaaaaa-1111-4111-8111-111111111111';

describe('provisioning', () => {
  it('gives the ARN kinds of the service', () => {
    const { arns, instanceArn, number } = anInstance();
    expect(instanceArn).toMatch(/^arn:aws:connect:us-east-1:111122223333:instance\/[0-9a-f-]{36}$/);
    expect(arns.Queue).toMatch(new RegExp(`^${instanceArn}/queue/[0-9a-f-]{36}$`));
    expect(arns.Hours).toContain('/operating-hours/');
    expect(number.ref).toMatch(/^arn:aws:connect:us-east-1:111122223333:phone-number\//);
    expect(number.attributes).toEqual({ PhoneNumberArn: number.ref, Address: '+12125550100' });
  });

  it('takes an existing instance from the first resource that names it', () => {
    const connect = empty();
    const origin = { InstanceId: existing, Origin: 'https://desk.example.com' };
    expect(connect.provision('AWS::Connect::ApprovedOrigin', 'Origin', origin)).toEqual({
      ref: `${existing}|https://desk.example.com`,
      attributes: {},
    });
    expect(connect.instanceArn()).toBe(existing);
    expect(connect.approvedOrigins()).toEqual(['https://desk.example.com']);
    expect(() =>
      connect.provision('AWS::Connect::ApprovedOrigin', 'Other', {
        ...origin,
        InstanceId: `${existing.slice(0, -1)}2`,
      }),
    ).toThrow('two instances');
  });

  it.each([
    ['US', '+12125550100', '+12125550101'],
    ['GB', '+441632960000', '+441632960001'],
    ['HU', '+365550100', '+365550101'],
  ])('claims fictional numbers in %s', (CountryCode, first, second) => {
    const connect = empty();
    const claim = (id: string) =>
      connect.provision('AWS::Connect::PhoneNumber', id, { TargetArn: existing, CountryCode, Type: 'DID' });
    expect([claim('One'), claim('Two')].map((number) => number.attributes.Address)).toEqual([first, second]);
    expect(connect.numbers()).toEqual([first, second]);
  });

  it.each([
    ['AWS::Connect::TaskTemplate', {}, 'not emulated: AWS::Connect::TaskTemplate (It)'],
    [
      'AWS::Connect::Queue',
      { InstanceArn: existing, Name: 'Q' },
      'AWS::Connect::Queue It: HoursOfOperationArn must be a text',
    ],
    ['AWS::Connect::ApprovedOrigin', { InstanceId: 'an-id', Origin: 'x' }, 'must be named by its ARN'],
    [
      'AWS::Connect::HoursOfOperation',
      { InstanceArn: existing, Name: 'H', TimeZone: 'Mars/Olympus', Config: [] },
      '"Mars/Olympus" is no time zone',
    ],
    [
      'AWS::Connect::ContactFlow',
      {
        InstanceArn: existing,
        Name: 'F',
        Type: 'CONTACT_FLOW',
        Content: JSON.stringify({
          Version: '2019-10-30',
          StartAction: 'a',
          Actions: [{ Identifier: 'a', Type: 'Compare', Transitions: { NextAction: 'b' } }],
        }),
      },
      'flow "F": block a leads to "b", which is not in the flow',
    ],
    [
      'AWS::Connect::IntegrationAssociation',
      { InstanceId: existing, IntegrationType: 'LEX_BOT', IntegrationArn: 'x' },
      'not emulated: integration association of type LEX_BOT',
    ],
  ])('refuses a %s that it cannot make', (type, properties, message) => {
    expect(() => empty().provision(type, 'It', properties)).toThrow(message);
  });

  it('refuses a second storage configuration of one kind', () => {
    const connect = empty();
    const config = { InstanceArn: existing, ResourceType: 'CALL_RECORDINGS', StorageType: 'S3' };
    connect.provision('AWS::Connect::InstanceStorageConfig', 'One', config);
    expect(() => connect.provision('AWS::Connect::InstanceStorageConfig', 'Two', config)).toThrow('already has');
  });

  it('makes agents and agent states that the template has', () => {
    const { connect, instanceArn, agent } = anInstance();
    connect.provision('AWS::Connect::AgentStatus', 'Outage', {
      InstanceArn: instanceArn,
      Name: 'Outage',
      State: 'ENABLED',
    });
    const profile = agent('ned').routingProfile.arn;
    const { ref } = connect.provision('AWS::Connect::User', 'Carl', {
      InstanceArn: instanceArn,
      Username: 'carl',
      IdentityInfo: { FirstName: 'Carl', LastName: 'Carlson' },
      PhoneConfig: { PhoneType: 'SOFT_PHONE' },
      RoutingProfileArn: profile,
      SecurityProfileArns: ['Listener'],
    });
    expect(agent('carl')).toMatchObject({ arn: ref, name: 'Carl Carlson', permissions: [] });
    expect(agent('carl').states.map((state) => state.name)).toContain('Outage');
  });
});
