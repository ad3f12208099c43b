import type { Provisioned } from '../../ports.ts';
import { arnBelow, idFrom } from '../arn.ts';
import type { Resources } from '../resources.ts';
import type { Provisioning } from './index.ts';

/** Security profiles that every instance has from its start [docs], with the permissions that matter here. */
const profilesOfConnect: Record<string, string[]> = {
  Admin: ['BasicAgentAccess', 'OutboundCallAccess', 'Users.View', 'Queues.View'],
  Agent: ['BasicAgentAccess', 'OutboundCallAccess'],
  CallCenterManager: ['BasicAgentAccess', 'OutboundCallAccess', 'Users.View', 'Queues.View'],
  QualityAnalyst: [],
};

export function ownProfiles(resources: Resources, instanceArn: string): void {
  for (const [name, permissions] of Object.entries(profilesOfConnect)) {
    const arn = arnBelow(instanceArn, 'securityProfile', idFrom(`security profile ${name}`));
    resources.securityProfiles.set(arn, { arn, name, permissions });
  }
}

export function instance({ properties, resources, logicalId, region, account, now }: Provisioning): Provisioned {
  const id = idFrom(logicalId);
  const arn = `arn:aws:connect:${region}:${account}:instance/${id}`;
  resources.instance = { arn, id, alias: properties.optionalText('InstanceAlias') ?? id, createdAt: now };
  ownProfiles(resources, arn);
  return {
    ref: arn,
    attributes: {
      Arn: arn,
      Id: id,
      CreatedTime: new Date(now).toISOString(),
      InstanceStatus: 'ACTIVE',
      ServiceRole: `arn:aws:iam::${account}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_${id.slice(0, 8)}`,
    },
  };
}

/** Lets flows of the instance invoke a function. Other integrations are stored by nobody yet, so they are refused. */
export function integrationAssociation({ properties, resources, logicalId }: Provisioning): Provisioned {
  const type = properties.text('IntegrationType');
  const arn = properties.text('IntegrationArn');
  if (type !== 'LAMBDA_FUNCTION') throw new Error(`not emulated: integration association of type ${type}`);
  resources.functions.add(arn);
  const id = idFrom(logicalId);
  return { ref: `${properties.text('InstanceId')}|${type}|${arn}`, attributes: { IntegrationAssociationId: id } };
}

/** An instance holds one configuration of each kind, so a second one is refused as the service does. */
export function instanceStorageConfig({ properties, resources, logicalId }: Provisioning): Provisioned {
  const resourceType = properties.text('ResourceType');
  const associationId = idFrom(logicalId);
  if (resources.storage.some((other) => other.resourceType === resourceType && other.associationId !== associationId)) {
    throw new Error(`the instance already has a storage configuration for ${resourceType}`);
  }
  const storageType = properties.text('StorageType');
  if (resourceType === 'AGENT_EVENTS' && storageType !== 'KINESIS_STREAM') {
    throw new Error(`agent events are stored in a KINESIS_STREAM, not in ${storageType}`);
  }
  const streamArn =
    storageType === 'KINESIS_STREAM' ? properties.object('KinesisStreamConfig').text('StreamArn') : undefined;
  resources.storage.push({ associationId, resourceType, storageType, streamArn });
  return {
    ref: `${properties.text('InstanceArn')}|${associationId}|${resourceType}`,
    attributes: { AssociationId: associationId },
  };
}

export function approvedOrigin({ properties, resources }: Provisioning): Provisioned {
  const origin = properties.text('Origin');
  resources.approvedOrigins.add(origin);
  return { ref: `${properties.text('InstanceId')}|${origin}`, attributes: {} };
}
