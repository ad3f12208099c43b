import { readFileSync } from 'node:fs';
import { fillPlaceholders, type Placeholder } from '../../domain/flow/placeholders.ts';
import type { Connect } from '../../local/connect/types.ts';

const functionArn = (name: string) => `arn:aws:lambda:us-east-1:111122223333:function:${name}`;
export const identifyCaller = functionArn('identify-caller');
export const routeTransfer = functionArn('route-transfer');

const agents: [username: string, firstName: string, lastName: string][] = [
  ['ned', 'Ned', 'Flanders'],
  ['beth', 'Beth', 'Sanchez'],
  ['cleo', 'Cleo', 'Marsh'],
];

/**
 * Makes in an instance what the stack makes: our own flows as they are deployed, three queues, agents who serve them and
 * a quick connect for each of both. The desk is open on weekdays from 8 to 18 o'clock UTC.
 *
 * @param limits How many callers a queue takes, by its name.
 */
export function ourInstance(connect: Connect, limits: Record<string, number | undefined>) {
  const arn = connect.provision('AWS::Connect::Instance', 'Instance', {
    Attributes: { InboundCalls: true },
    IdentityManagementType: 'CONNECT_MANAGED',
    InstanceAlias: 'desk-test',
  }).ref;
  const make = (type: string, name: string, properties: Record<string, unknown>) =>
    connect.provision(`AWS::Connect::${type}`, name.replaceAll(' ', ''), {
      InstanceArn: arn,
      Name: name,
      ...properties,
    }).ref;
  for (const [id, IntegrationArn] of Object.entries({ identifyCaller, routeTransfer })) {
    connect.provision('AWS::Connect::IntegrationAssociation', id, {
      InstanceId: arn,
      IntegrationType: 'LAMBDA_FUNCTION',
      IntegrationArn,
    });
  }
  const values: Partial<Record<Placeholder, string>> = {
    IdentifyCallerArn: identifyCaller,
    RouteTransferArn: routeTransfer,
    HoldMusicArn: make('Prompt', 'hold music', { S3Uri: 's3://bucket/hold-music.wav' }),
  };
  const flow = (name: string) => {
    const content = readFileSync(new URL(`../../contact-flows/${name}.json`, import.meta.url), 'utf8');
    const { type } = JSON.parse(content).Metadata;
    return make('ContactFlow', name, { Type: type, Content: fillPlaceholders(content, values) });
  };
  values.QueueFlowArn = flow('queue');
  values.AgentWhisperArn = flow('agent-whisper');
  values.TransferWhisperArn = flow('transfer-whisper');
  values.CustomerWhisperArn = flow('customer-whisper');
  values.CustomerHoldArn = flow('customer-hold');
  values.AgentHoldArn = flow('agent-hold');
  values.DisconnectFlowArn = flow('disconnect');
  const outboundWhisper = flow('outbound-whisper');

  values.HoursArn = make('HoursOfOperation', 'Opening hours', {
    TimeZone: 'UTC',
    Config: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((Day) => ({
      Day,
      StartTime: { Hours: 8, Minutes: 0 },
      EndTime: { Hours: 18, Minutes: 0 },
    })),
  });
  const queue = (name: string) =>
    make('Queue', name, {
      HoursOfOperationArn: values.HoursArn,
      OutboundCallerConfig: { OutboundFlowArn: outboundWhisper },
      ...(limits[name] !== undefined && { MaxContacts: limits[name] }),
    });
  const queues = new Map(['Service desk', 'Billing', 'Network'].map((name) => [name, queue(name)]));
  values.ServiceDeskQueueArn = queues.get('Service desk');
  values.BillingQueueArn = queues.get('Billing');
  values.NetworkQueueArn = queues.get('Network');
  make('RoutingProfile', 'Agents', {
    Description: 'All queues',
    DefaultOutboundQueueArn: values.ServiceDeskQueueArn,
    MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
    QueueConfigs: [...queues.values()].map((QueueArn) => ({
      Priority: 1,
      Delay: 0,
      QueueReference: { QueueArn, Channel: 'VOICE' },
    })),
  });
  make('SecurityProfile', 'Agent', {
    SecurityProfileName: 'Agent',
    Permissions: ['BasicAgentAccess', 'OutboundCallAccess'],
  });

  values.AgentQueueFlowArn = flow('agent-queue');
  values.HandOverFlowArn = flow('hand-over');
  const queueTransfer = flow('queue-transfer');
  const agentTransfer = flow('agent-transfer');
  const quickConnects = new Map<string, string>();
  const offer = (name: string, QuickConnectConfig: object) =>
    quickConnects.set(name, make('QuickConnect', `To ${name}`, { QuickConnectConfig }));
  for (const [name, QueueArn] of queues) {
    offer(name, { QuickConnectType: 'QUEUE', QueueConfig: { QueueArn, ContactFlowArn: queueTransfer } });
  }
  for (const [username, firstName, lastName] of agents) {
    const { arn: UserArn } = connect.addAgent({ username, firstName, lastName });
    offer(username, { QuickConnectType: 'USER', UserConfig: { UserArn, ContactFlowArn: agentTransfer } });
  }
  return {
    arn,
    make,
    /** Name → ARN. */
    queues,
    /** Name of a queue, or user name of an agent → ARN. */
    quickConnects,
    inbound: flow('inbound'),
    queueTransfer,
  };
}
