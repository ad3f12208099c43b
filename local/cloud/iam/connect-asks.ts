import type { AwsRequest } from '../../ports.ts';
import type { Place } from '../types.ts';
import type { Ask } from './types.ts';

/**
 * The resources that each operation is checked on, by the service authorization reference of Amazon Connect. A list
 * operation is checked on all resources of its kind.
 */
const resourcesOf: Record<string, readonly Kind[]> = {
  AssociatePhoneNumberContactFlow: ['instance', 'phoneNumber', 'flow'],
  AssociateQueueQuickConnects: ['queue', 'quickConnects'],
  CreateQuickConnect: ['anyQuickConnect', 'target'],
  DeleteQuickConnect: ['quickConnect'],
  DescribeContact: ['contact'],
  DescribeQueue: ['queue'],
  DescribeQuickConnect: ['quickConnect'],
  DescribeUser: ['user'],
  DisassociatePhoneNumberContactFlow: ['instance', 'phoneNumber'],
  DisassociateQueueQuickConnects: ['queue', 'quickConnects'],
  GetContactAttributes: ['contact'],
  GetCurrentMetricData: ['filtered'],
  GetCurrentUserData: ['filtered'],
  ListAgentStatuses: ['anyAgentStatus'],
  ListQueueQuickConnects: ['queue'],
  ListQueues: ['anyQueue'],
  ListQuickConnects: ['anyQuickConnect'],
  ListSecurityProfiles: ['instance'],
  ListUsers: ['instance'],
  PutUserStatus: ['instance', 'user', 'agentStatus'],
  SearchQuickConnects: ['instance'],
  SearchUsers: ['instance'],
  StopContact: ['contact'],
  TagResource: ['resource'],
  UpdateContact: ['contact'],
  UpdateContactAttributes: ['contact'],
  UpdateQuickConnectConfig: ['quickConnect', 'target'],
  UpdateQuickConnectName: ['quickConnect'],
};

type Values = Record<string, unknown>;

const kinds = {
  instance: (values: Values, place: Place) => [instanceArn(values, place)],
  phoneNumber: ({ PhoneNumberId: id }: Values, place: Place) => [
    String(id).startsWith('arn:')
      ? String(id)
      : `arn:${place.partition}:connect:${place.region}:${place.account}:phone-number/${id}`,
  ],
  flow: (values: Values, place: Place) => below(values.ContactFlowId, instanceArn(values, place), 'contact-flow'),
  queue: (values: Values, place: Place) => below(values.QueueId, instanceArn(values, place), 'queue'),
  quickConnects: (values: Values, place: Place) =>
    below(values.QuickConnectIds, instanceArn(values, place), 'transfer-destination'),
  contact: (values: Values, place: Place) =>
    below(values.ContactId ?? values.InitialContactId, instanceArn(values, place), 'contact'),
  user: (values: Values, place: Place) => below(values.UserId, instanceArn(values, place), 'agent'),
  agentStatus: (values: Values, place: Place) => below(values.AgentStatusId, instanceArn(values, place), 'agent-state'),
  quickConnect: (values: Values, place: Place) =>
    below(values.QuickConnectId, instanceArn(values, place), 'transfer-destination'),
  /** Whom and what a quick connect leads to. */
  target: (values: Values, place: Place) => {
    const { UserConfig, QueueConfig } = Object(values.QuickConnectConfig);
    const { UserId, QueueId, ContactFlowId } = Object(UserConfig ?? QueueConfig);
    const parent = instanceArn(values, place);
    return [
      ...below(UserId, parent, 'agent'),
      ...below(QueueId, parent, 'queue'),
      ...below(ContactFlowId, parent, 'contact-flow'),
    ];
  },
  /** Whom and what a question about now is about. */
  filtered: (values: Values, place: Place) => {
    const { Queues, RoutingProfiles, Agents } = Object(values.Filters);
    const parent = instanceArn(values, place);
    return [
      ...below(Queues, parent, 'queue'),
      ...below(RoutingProfiles, parent, 'routing-profile'),
      ...below(Agents, parent, 'agent'),
    ];
  },
  resource: ({ resourceArn }: Values) => [String(resourceArn)],
  anyAgentStatus: (values: Values, place: Place) => [`${instanceArn(values, place)}/agent-state/*`],
  anyQueue: (values: Values, place: Place) => [`${instanceArn(values, place)}/queue/*`],
  anyQuickConnect: (values: Values, place: Place) => [`${instanceArn(values, place)}/transfer-destination/*`],
};
type Kind = keyof typeof kinds;

/** How the SDK describes one operation at run time: its kind, namespace, name and traits. */
type OperationSchema = [kind: number, namespace: string, name: string, traits: { http?: [string, string, number] }];
const operationKind = 9;

/** What a Connect request asks of IAM. Undefined, with the operation's name, when it is not known here. */
export type ConnectAsks = (request: AwsRequest, place: Place) => { operation: string; asks: Ask[] | undefined };

/** Reads the routes of all operations from the SDK's own description of the service. */
export async function loadConnectAsks(): Promise<ConnectAsks> {
  const sdk: Record<string, unknown> = await import('@aws-sdk/client-connect');
  const routes = Object.values(sdk).flatMap((value) => {
    if (!Array.isArray(value) || value[0] !== operationKind) return [];
    const [, , name, traits] = value as OperationSchema;
    if (!traits.http) return [];
    const [method, template] = traits.http;
    return [{ name, method, parts: (template.split('?')[0] ?? '').split('/') }];
  });
  return (request, place) => {
    const [path = '', query = ''] = request.path.split('?');
    const given = path.split('/');
    const route = routes.find(
      ({ method, parts }) =>
        method === request.method &&
        parts.length === given.length &&
        parts.every((part, index) => part.startsWith('{') || part === given[index]),
    );
    if (!route) return { operation: `${request.method} ${path}`, asks: undefined };
    const values: Values = { ...bodyOf(request) };
    for (const [name, value] of new URLSearchParams(query))
      values[name.charAt(0).toUpperCase() + name.slice(1)] = value;
    route.parts.forEach((part, index) => {
      if (part.startsWith('{')) values[part.slice(1, -1)] = decodeURIComponent(given[index] ?? '');
    });
    const asks = resourcesOf[route.name]
      ?.flatMap((kind) => kinds[kind](values, place))
      .map((resource) => ({ action: `connect:${route.name}`, resource }));
    // Who makes something with tags tags it.
    if (asks && values.Tags) {
      const made = asks.filter(({ resource }) => resource.endsWith('*'));
      asks.push(...made.map(({ resource }) => ({ action: 'connect:TagResource', resource })));
    }
    return { operation: route.name, asks };
  };
}

function bodyOf({ body }: AwsRequest): Values {
  return body ? (JSON.parse(body) as Values) : {};
}

function instanceArn({ InstanceId }: Values, place: Place): string {
  const id = String(InstanceId);
  return id.startsWith('arn:') ? id : `arn:${place.partition}:connect:${place.region}:${place.account}:instance/${id}`;
}

/** APIs take an ARN where they name an id. */
const below = (ids: unknown, parent: string, kind: string): string[] =>
  [ids ?? []].flat().map((id) => (String(id).startsWith('arn:') ? String(id) : `${parent}/${kind}/${id}`));
