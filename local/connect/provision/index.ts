import type { ConnectPorts, Provisioned } from '../../ports.ts';
import { type ArnKind, arnBelow, idFrom, idOf } from '../arn.ts';
import type { Resources } from '../resources.ts';
import { contactFlow, prompt } from './flows.ts';
import { approvedOrigin, instance, instanceStorageConfig, integrationAssociation, ownProfiles } from './instance.ts';
import { phoneNumber } from './numbers.ts';
import { agentStatus, securityProfile, user } from './people.ts';
import { type Properties, type Reader, read } from './properties.ts';
import { hoursOfOperation, queue, quickConnect, routingProfile } from './routing.ts';

/** What a resource type's file gets: its properties, its place in the instance, and what is there already. */
export interface Provisioning {
  properties: Reader;
  resources: Resources;
  logicalId: string;
  region: string;
  account: string;
  now: number;
  /** ARN of this resource below its instance; the id comes from the logical id. */
  arn(kind: ArnKind): string;
  addAgent(agent: {
    username: string;
    firstName: string;
    lastName: string;
    routingProfileArn: string;
    securityProfileArns: string[];
  }): { arn: string };
}

/** Names of Ref and GetAtt are those of CloudFormation's resource reference. Adding a type is adding a line. */
const types: Record<string, (provisioning: Provisioning) => Provisioned> = {
  'AWS::Connect::AgentStatus': agentStatus,
  'AWS::Connect::ApprovedOrigin': approvedOrigin,
  'AWS::Connect::ContactFlow': contactFlow,
  'AWS::Connect::HoursOfOperation': hoursOfOperation,
  'AWS::Connect::Instance': instance,
  'AWS::Connect::InstanceStorageConfig': instanceStorageConfig,
  'AWS::Connect::IntegrationAssociation': integrationAssociation,
  'AWS::Connect::PhoneNumber': phoneNumber,
  'AWS::Connect::Prompt': prompt,
  'AWS::Connect::Queue': queue,
  'AWS::Connect::QuickConnect': quickConnect,
  'AWS::Connect::RoutingProfile': routingProfile,
  'AWS::Connect::SecurityProfile': securityProfile,
  'AWS::Connect::User': user,
};

/**
 * Puts one resource of the template into the instance. Throws `not emulated: <type>` for a type without a file here,
 * and an error that names the property when one is missing or wrong.
 */
export function provision(
  resources: Resources,
  ports: Pick<ConnectPorts, 'region' | 'account' | 'clock'>,
  addAgent: Provisioning['addAgent'],
  resource: { type: string; logicalId: string; properties: Properties },
): Provisioned {
  const { type, logicalId } = resource;
  const make = types[type];
  if (!make) throw new Error(`not emulated: ${type} (${logicalId})`);
  const properties = read(`${type} ${logicalId}`, resource.properties);
  if (type !== 'AWS::Connect::Instance') adoptInstance(resources, properties, ports.clock.now());
  return make({
    properties,
    resources,
    logicalId,
    region: ports.region,
    account: ports.account,
    now: ports.clock.now(),
    arn: (kind) => arnBelow(resources.instance?.arn ?? '', kind, idFrom(logicalId)),
    addAgent,
  });
}

/**
 * With an existing instance the template has no AWS::Connect::Instance; the first resource that names its ARN tells
 * which one it is. Two instances in one template are refused: the emulator is one instance.
 */
function adoptInstance(resources: Resources, properties: Reader, now: number): void {
  const arn =
    properties.optionalText('InstanceArn') ?? properties.optionalText('InstanceId') ?? properties.text('TargetArn');
  if (!/^arn:[^:]+:connect:[^:]*:\d*:instance\/[\w-]+$/.test(arn)) {
    throw new Error(`the instance must be named by its ARN, not by "${arn}"`);
  }
  if (!resources.instance) {
    const id = idOf(arn);
    resources.instance = { arn, id, alias: `existing-${id.slice(0, 8)}`, createdAt: now };
    ownProfiles(resources, arn);
  } else if (resources.instance.arn !== arn) {
    throw new Error(`the template uses two instances, ${resources.instance.arn} and ${arn}; one is emulated`);
  }
}
