import type { Factory } from '../cloud.ts';
import { physicalName } from '../cloud.ts';
import { managedPolicy } from '../iam/managed.ts';
import type { PolicyDocument } from '../iam/types.ts';

/** A JSON list, or nothing. */
const all = <T>(value: unknown): T[] => (value === undefined ? [] : ([value].flat() as T[]));

export const identity: Record<string, Factory> = {
  'AWS::IAM::Role'(id, properties, cloud) {
    const name = physicalName(cloud, id, properties.RoleName);
    const arn = `arn:${cloud.place.partition}:iam::${cloud.place.account}:role/${name}`;
    const inline = all<{ PolicyDocument: PolicyDocument }>(properties.Policies).map((policy) => policy.PolicyDocument);
    const managed = all<string>(properties.ManagedPolicyArns).map(managedPolicy);
    cloud.roles.add(name, arn, [...inline, ...managed]);
    return { ref: name, attributes: { Arn: arn, RoleId: name } };
  },
  'AWS::IAM::Policy'(id, properties, cloud) {
    for (const role of all<string>(properties.Roles)) {
      cloud.roles.attach(role, properties.PolicyDocument as PolicyDocument);
    }
    return { ref: physicalName(cloud, id, properties.PolicyName) };
  },
  'AWS::IAM::ManagedPolicy'(id, properties, cloud) {
    for (const role of all<string>(properties.Roles)) {
      cloud.roles.attach(role, properties.PolicyDocument as PolicyDocument);
    }
    const name = physicalName(cloud, id, properties.ManagedPolicyName);
    return { ref: `arn:${cloud.place.partition}:iam::${cloud.place.account}:policy/${name}` };
  },
};
