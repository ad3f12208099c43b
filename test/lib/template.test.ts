import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interactionIndexes } from '../../domain/tables.ts';
import { readContext } from '../../lib/context.ts';
import { flowFolder, readFlows } from '../../lib/flow-files.ts';
import { existingInstance } from './existing-instance.ts';
import { templateOf } from './synth.ts';
import { namedIn, ofType, type Resource, sampleTemplate, type Template } from './template.ts';

const sample = sampleTemplate();
const production = templateOf({ ...(readContext().deskline as object), stage: 'production' });
const existing = templateOf(existingInstance);
const templates: [string, Template][] = [
  ['a sample stage', sample],
  ['production', production],
  ['an existing instance', existing],
];

/** Our functions; the others are the CDK's own, which work while deploying only. */
const functions = (template: Template) =>
  ofType(template, 'AWS::Lambda::Function').filter(([, { Properties }]) =>
    String(Properties.FunctionName).startsWith('deskline-'),
  );

const only = (template: Template, type: string): Resource => {
  const found = ofType(template, type);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${type}`);
  return found[0][1];
};

describe.each(templates)('every function of %s', (_, template) => {
  it('is one that lambdas/ has, and each of those is there', () => {
    const lambdas = new URL('../../lambdas/', import.meta.url);
    const written = readdirSync(lambdas).filter((name) => existsSync(new URL(`${name}/handler.ts`, lambdas)));
    const names = functions(template).map(([, { Properties }]) =>
      String(Properties.FunctionName).replace(/^deskline-[a-z]+-/, ''),
    );
    // An instance that says nowhere how its agents are leaves nothing to track.
    const tracked = ofType(template, 'AWS::Kinesis::Stream').length > 0;
    expect(names.sort()).toEqual(written.filter((name) => tracked || name !== 'track-presence').sort());
  });

  it('has the defaults of the house', () => {
    for (const [, { Properties }] of functions(template)) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
    }
  });

  it('has a log that is not kept for ever', () => {
    for (const [, { Properties }] of functions(template)) {
      const { LogGroup } = Properties.LoggingConfig as { LogGroup: { Ref: string } };
      expect(template.Resources[LogGroup.Ref]?.Properties.RetentionInDays).toBe(30);
    }
  });

  it('has an alarm on its errors that says who is hurt and wakes somebody', () => {
    const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([, alarm]) => alarm.Properties);
    for (const [id] of functions(template)) {
      const alarm = alarms.find((each) => each.MetricName === 'Errors' && namedIn(each.Dimensions).includes(id));
      expect(alarm?.AlarmDescription).toMatch(/^[A-Z][^.]{30,}\.$/);
      expect(namedIn(alarm?.AlarmActions).map((topic) => template.Resources[topic]?.Type)).toEqual(['AWS::SNS::Topic']);
    }
  });

  it('may do nothing by a wildcard in an action, and nothing to everything', () => {
    const own = new Set(functions(template).flatMap(([, { Properties }]) => namedIn(Properties.Role)));
    const policies = ofType(template, 'AWS::IAM::Policy').filter(([, { Properties }]) =>
      namedIn(Properties.Roles).some((role) => own.has(role)),
    );
    expect(policies).toHaveLength(own.size);
    for (const [, { Properties }] of policies) {
      const { Statement } = Properties.PolicyDocument as { Statement: { Action: unknown; Resource: unknown }[] };
      expect([Statement.map(({ Action }) => Action)].flat(2).filter((action) => String(action).includes('*'))).toEqual(
        [],
      );
      expect([Statement.map(({ Resource }) => Resource)].flat(2)).not.toContain('*');
    }
  });
});

/** Statements of the only policy of this type that somebody is allowed something by. */
const allowedBy = (template: Template, type: string, member: string) => {
  const policy = only(template, type).Properties[member] as { Statement: Record<string, unknown>[] };
  return policy.Statement.filter(({ Effect }) => Effect === 'Allow');
};

it.each(templates)(
  "%s lets this account's alarms reach the topic, whose policy replaces the usual one",
  (_, template) => {
    expect(allowedBy(template, 'AWS::SNS::TopicPolicy', 'PolicyDocument')).toMatchObject([
      {
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  },
);

it("lets Connect's own role write to encrypted streams, which the account as principal would not", () => {
  const allowed = allowedBy(sample, 'AWS::KMS::Key', 'KeyPolicy').filter(({ Action }) => Action !== 'kms:*');
  expect(allowed).toMatchObject([
    {
      Action: 'kms:GenerateDataKey',
      Principal: { AWS: '*' },
      Condition: { StringEquals: { 'kms:CallerAccount': { Ref: 'AWS::AccountId' } } },
    },
  ]);
  expect(JSON.stringify(allowed[0]?.Condition)).toContain(
    ':role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_*',
  );
});

it('uploads what the page loads before the page', () => {
  const uploads = ofType(sample, 'Custom::CDKBucketDeployment');
  const [chunks, page] = ['assets', undefined].map((prefix) =>
    uploads.find(([, { Properties }]) => Properties.DestinationBucketKeyPrefix === prefix),
  );
  expect(page?.[1].DependsOn).toContain(chunks?.[0]);
});

const named = (name: string) =>
  functions(sample).find(([, { Properties }]) => String(Properties.FunctionName).endsWith(name)) ?? [];

describe.each(['identify-caller', 'route-transfer'])('%s, which flows ask,', (name) => {
  const [id = ''] = named(name);

  it('is associated with the instance and may be called by it, before a flow names it', () => {
    const asking = ofType(sample, 'AWS::Connect::ContactFlow').filter(([, flow]) =>
      namedIn(flow.Properties.Content).includes(id),
    );
    expect(asking.length).toBeGreaterThan(0);
    for (const [, flow] of asking) {
      const before = (flow.DependsOn ?? []).map((each) => sample.Resources[each]);
      expect(before.map((each) => each?.Type).sort()).toEqual([
        'AWS::Connect::IntegrationAssociation',
        'AWS::Lambda::Permission',
      ]);
      for (const each of before) expect(namedIn(each?.Properties)).toContain(id);
    }
  });

  it('answers before the flow stops waiting', () => {
    const waits = readFlows(flowFolder);
    const limits = Object.values(waits)
      .flatMap(({ text }) => JSON.parse(text).Actions)
      .filter(({ Parameters }) => String(Parameters.LambdaFunctionARN).includes(placeholderOf[name] ?? '?'))
      .map(({ Parameters }) => Number(Parameters.InvocationTimeLimitSeconds));
    expect(limits.length).toBeGreaterThan(0);
    expect(Number(named(name)[1]?.Properties.Timeout)).toBeLessThan(Math.min(...limits));
  });
});
const placeholderOf: Record<string, string> = {
  'identify-caller': 'IdentifyCallerArn',
  'route-transfer': 'RouteTransferArn',
};

it('gives identify-caller a whole core, since the caller hears silence while it starts', () => {
  expect(named('identify-caller')[1]?.Properties.MemorySize).toBe(1769);
});

it('lets route-transfer describe the contacts of this instance and do nothing else there', () => {
  const [, fn] = named('route-transfer');
  const [policy] = ofType(sample, 'AWS::IAM::Policy').filter(([, { Properties }]) =>
    namedIn(Properties.Roles).some((role) => namedIn(fn?.Properties.Role).includes(role)),
  );
  const { Statement } = (policy?.[1].Properties.PolicyDocument ?? { Statement: [] }) as {
    Statement: Record<string, unknown>[];
  };
  const connect = Statement.filter(({ Action }) => String(Action).includes('connect:'));
  const [instance] = ofType(sample, 'AWS::Connect::Instance')[0] ?? [];
  expect(connect).toEqual([
    {
      Action: 'connect:DescribeContact',
      Effect: 'Allow',
      Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [instance, 'Arn'] }, '/contact/*']] },
    },
  ]);
});

it('keeps contact events that could not be worked off', () => {
  const rule = ofType(sample, 'AWS::Events::Rule').find(([, { Properties }]) => Properties.EventPattern)?.[1]
    .Properties;
  expect(rule?.EventPattern).toMatchObject({
    source: ['aws.connect'],
    detail: { instanceArn: [{ 'Fn::GetAtt': [ofType(sample, 'AWS::Connect::Instance')[0]?.[0], 'Arn'] }] },
  });
  expect(rule?.Targets).toMatchObject([{ DeadLetterConfig: {}, RetryPolicy: { MaximumRetryAttempts: 20 } }]);
});

describe('the flows', () => {
  it.each(templates)('have every placeholder filled in %s', (_, template) => {
    const flows = ofType(template, 'AWS::Connect::ContactFlow');
    expect(flows).toHaveLength(Object.keys(readFlows(flowFolder)).length);
    for (const [, { Properties }] of flows) expect(JSON.stringify(Properties.Content)).not.toContain('${');
  });
});

describe('the tables', () => {
  it('are on demand, encrypted and recoverable', () => {
    const tables = ofType(sample, 'AWS::DynamoDB::Table').map(([, table]) => table.Properties);
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      expect(table).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
    }
  });

  it('have the indexes of domain/tables.ts, and desk-api may query exactly those', () => {
    const [id, table] =
      ofType(sample, 'AWS::DynamoDB::Table').find(([, { Properties }]) => Properties.GlobalSecondaryIndexes) ?? [];
    const indexes = table?.Properties.GlobalSecondaryIndexes as { IndexName: string }[];
    const names = Object.values(interactionIndexes).map(({ name }) => name);
    expect(indexes.map(({ IndexName }) => IndexName)).toEqual(names);
    const granted = [
      ...JSON.stringify(sample.Resources).matchAll(new RegExp(`"${id}","Arn"\\]},"/index/([^"]*)"`, 'g')),
    ];
    expect(granted.map((match) => match[1]).sort()).toEqual([...names].sort());
  });
});

describe('what outlives the stack', () => {
  const kept = [
    'AWS::DynamoDB::Table',
    'AWS::Connect::PhoneNumber',
    'AWS::Connect::Instance',
    'AWS::S3::Bucket',
    'AWS::Kinesis::Stream',
    'AWS::Cognito::UserPool',
  ];
  const policies = (template: Template) =>
    new Set(kept.flatMap((type) => ofType(template, type).map(([, { DeletionPolicy }]) => DeletionPolicy)));

  it('is nothing of a sample stage', () => {
    expect([...policies(sample)]).toEqual(['Delete']);
    expect(
      ofType(sample, 'AWS::DynamoDB::Table').map(([, { Properties }]) => Properties.DeletionProtectionEnabled),
    ).toEqual([false, false]);
    expect(ofType(sample, 'Custom::S3AutoDeleteObjects')).toHaveLength(ofType(sample, 'AWS::S3::Bucket').length);
  });

  it('is all data and the number of any other stage, which are protected', () => {
    expect([...policies(production)]).toEqual(['Retain']);
    expect(
      ofType(production, 'AWS::DynamoDB::Table').map(([, { Properties }]) => Properties.DeletionProtectionEnabled),
    ).toEqual([true, true]);
    expect(only(production, 'AWS::Cognito::UserPool').Properties.DeletionProtection).toBe('ACTIVE');
    expect(ofType(production, 'Custom::S3AutoDeleteObjects')).toEqual([]);
  });
});

describe('an existing instance', () => {
  it('is added to, and none is made', () => {
    expect(ofType(existing, 'AWS::Connect::Instance')).toEqual([]);
    const arns = new Set(
      Object.values(existing.Resources)
        .filter(({ Type }) => Type.startsWith('AWS::Connect::'))
        .map(({ Properties }) => Properties.InstanceArn ?? Properties.InstanceId),
    );
    expect([...arns]).toEqual([existingInstance.instanceArn]);
  });

  it('keeps its own stores, since it holds one of each kind', () => {
    expect(ofType(existing, 'AWS::Connect::InstanceStorageConfig')).toEqual([]);
    expect(ofType(sample, 'AWS::Connect::InstanceStorageConfig')).toHaveLength(3);
  });

  it('without a number gets its quick connects linked all the same', () => {
    const links = only(existing, 'Custom::DesklineLinks').Properties;
    expect(links).not.toHaveProperty('PhoneNumberArn');
    expect(links.Queues).toHaveLength(ofType(existing, 'AWS::Connect::Queue').length);
  });
});

describe('signing in with Cognito', () => {
  it('is a public client with a code, back to the page letter for letter', () => {
    const { CallbackURLs, LogoutURLs, ...client } = only(sample, 'AWS::Cognito::UserPoolClient').Properties;
    expect(client).toMatchObject({ AllowedOAuthFlows: ['code'], GenerateSecret: false });
    expect(LogoutURLs).toEqual(CallbackURLs);
    const site = (sample.Outputs.SiteUrl as { Value: { 'Fn::Join': [string, unknown[]] } }).Value['Fn::Join'][1];
    expect(CallbackURLs).toEqual([{ 'Fn::Join': ['', [...site, '/']] }]);
  });

  it('may reach the discovery document and the token endpoint, which lie on two hosts', () => {
    const headers = JSON.stringify(only(sample, 'AWS::CloudFront::ResponseHeadersPolicy').Properties);
    expect(headers).toMatch(/connect-src 'self' https:\/\/cognito-idp\.".*\.auth\.".*\.amazoncognito\.com https:/);
  });
});

it('hands /api/* on uncached, with the token and without the name of the site', () => {
  const { DistributionConfig } = only(sample, 'AWS::CloudFront::Distribution').Properties as {
    DistributionConfig: { CacheBehaviors: Record<string, unknown>[]; DefaultCacheBehavior: object };
  };
  expect(DistributionConfig.CacheBehaviors).toEqual([
    expect.objectContaining({
      PathPattern: '/api/*',
      // AWS's own CachingDisabled and AllViewerExceptHostHeader.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    }),
  ]);
  expect(DistributionConfig.CacheBehaviors[0]).not.toHaveProperty('FunctionAssociations');
  expect(DistributionConfig.DefaultCacheBehavior).toHaveProperty('FunctionAssociations');
});

describe('an existing issuer', () => {
  it('is trusted by the API, for this client only', () => {
    expect(only(existing, 'AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration).toEqual({
      Issuer: 'https://id.example/desk',
      Audience: ['desk-page'],
    });
    expect(only(existing, 'AWS::ApiGatewayV2::Route').Properties).toMatchObject({
      RouteKey: 'ANY /api/{proxy+}',
      AuthorizationType: 'JWT',
    });
  });

  it('says the roles in its own claim, and no user pool is made', () => {
    const claims = functions(existing)
      .map(([, { Properties }]) => Properties.Environment)
      .filter((each) => JSON.stringify(each)?.includes('ROLES_CLAIM'));
    expect(claims).toMatchObject([{ Variables: { ROLES_CLAIM: 'groups' } }]);
    expect(Object.values(existing.Resources).filter(({ Type }) => Type.startsWith('AWS::Cognito'))).toEqual([]);
  });

  it('may be reached by the page', () => {
    const headers = only(existing, 'AWS::CloudFront::ResponseHeadersPolicy').Properties;
    expect(JSON.stringify(headers)).toContain("connect-src 'self' https://id.example https://example.my.connect.aws;");
  });
});

it.each(templates)('%s: calls out of every queue are announced by our own words and number', (_, template) => {
  const [whisper] =
    ofType(template, 'AWS::Connect::ContactFlow').find(
      ([, { Properties }]) => Properties.Type === 'OUTBOUND_WHISPER',
    ) ?? [];
  const [number] = ofType(template, 'AWS::Connect::PhoneNumber')[0] ?? [];
  const callers = ofType(template, 'AWS::Connect::Queue').map(([, { Properties }]) => Properties.OutboundCallerConfig);
  expect(callers.length).toBeGreaterThan(1);
  for (const caller of callers) expect(namedIn(caller)).toEqual([number, whisper].filter(Boolean));
});

it('agents serve every queue by one routing profile, or one queue before the service desk', () => {
  type Served = { Priority: number; QueueReference: { QueueArn: { 'Fn::GetAtt': [string, string] } } };
  const inWords = ({ Priority, QueueReference }: Served) =>
    `${Priority} ${/Desks(ServiceDesk|Billing|Network)/.exec(QueueReference.QueueArn['Fn::GetAtt'][0])?.[1]}`;
  const profiles = ofType(sample, 'AWS::Connect::RoutingProfile').map(([, { Properties }]) => {
    const served = (Properties?.QueueConfigs ?? []) as Served[];
    return [Properties?.Name, served.map(inWords)];
  });
  expect(Object.fromEntries(profiles)).toEqual({
    'Deskline desk': ['1 ServiceDesk', '1 Billing', '1 Network'],
    'Deskline billing': ['1 Billing', '2 ServiceDesk'],
    'Deskline network': ['1 Network', '2 ServiceDesk'],
  });
});

it('queues name no quick connects: those are linked by the custom resource alone', () => {
  for (const [, queue] of ofType(sample, 'AWS::Connect::Queue'))
    expect(queue.Properties).not.toHaveProperty('QuickConnectArns');
});

it.each(templates)('%s can be made and removed in some order', (_, template) => {
  const needs = new Map(
    Object.entries(template.Resources).map(([id, { Properties, DependsOn }]) => [
      id,
      new Set([...namedIn(Properties), ...(DependsOn ?? [])].filter((other) => other in template.Resources)),
    ]),
  );
  for (let free = [...needs.keys()]; free.length > 0; ) {
    free = [...needs].filter(([, others]) => [...others].every((other) => !needs.has(other))).map(([id]) => id);
    for (const id of free) needs.delete(id);
  }
  expect([...needs.keys()]).toEqual([]);
});
