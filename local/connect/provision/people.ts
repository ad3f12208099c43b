import type { Provisioned } from '../../ports.ts';
import type { AgentStatus } from '../resources.ts';
import type { Provisioning } from './index.ts';

export function securityProfile({ properties, resources, arn, now, region }: Provisioning): Provisioned {
  const profile = {
    arn: arn('securityProfile'),
    name: properties.text('SecurityProfileName'),
    permissions: properties.texts('Permissions'),
  };
  resources.securityProfiles.set(profile.arn, profile);
  return {
    ref: profile.arn,
    attributes: {
      SecurityProfileArn: profile.arn,
      LastModifiedRegion: region,
      LastModifiedTime: String(now / 1000),
    },
  };
}

/** An agent that the template makes; here as in AWS it has a routing profile of its own. */
export function user({ properties, addAgent }: Provisioning): Provisioned {
  const identity = properties.optionalObject('IdentityInfo');
  const username = properties.text('Username');
  const { arn } = addAgent({
    username,
    firstName: identity?.optionalText('FirstName') ?? username,
    lastName: identity?.optionalText('LastName') ?? '',
    routingProfileArn: properties.text('RoutingProfileArn'),
    securityProfileArns: properties.texts('SecurityProfileArns'),
  });
  return { ref: arn, attributes: { UserArn: arn } };
}

/** A state that agents may choose besides those that every instance has. */
export function agentStatus({ properties, resources, arn, now, region }: Provisioning): Provisioned {
  const type = (properties.optionalText('Type') ?? 'CUSTOM') as AgentStatus['type'];
  const status: AgentStatus = {
    arn: arn('agentStatus'),
    name: properties.text('Name'),
    type,
    // Behind all others, those that the instance has by itself included.
    order: properties.optionalNumber('DisplayOrder') ?? 1000 + resources.agentStatuses.size,
    enabled: properties.text('State') === 'ENABLED',
  };
  resources.agentStatuses.set(status.arn, status);
  return {
    ref: status.arn,
    attributes: { AgentStatusArn: status.arn, LastModifiedRegion: region, LastModifiedTime: String(now / 1000) },
  };
}
