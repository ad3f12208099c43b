import type { Place, Template } from '../types.ts';
import { evaluate, type Scope } from './intrinsics.ts';

/** What a resource is to others: what `Ref` gives and what `Fn::GetAtt` gives. */
export interface Made {
  ref: unknown;
  attributes?: Record<string, unknown>;
}

/**
 * The names that a template's values may use. `made` grows while the template is instantiated; a name that is not
 * there yet is a mistake of order and named as such.
 */
export function scopeOf(template: Template, place: Place, made: Map<string, Made>): Scope {
  const pseudo: Record<string, unknown> = {
    'AWS::Region': place.region,
    'AWS::AccountId': place.account,
    'AWS::Partition': place.partition,
    'AWS::URLSuffix': place.urlSuffix,
    'AWS::StackName': place.stackName,
    'AWS::StackId': `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${place.stackName}/local`,
    'AWS::NotificationARNs': [],
  };
  const scope: Scope = {
    ref(name) {
      if (name in pseudo) return pseudo[name];
      const resource = made.get(name);
      if (resource) return resource.ref;
      const parameter = template.Parameters?.[name];
      if (!parameter) throw new Error(`Ref names ${name}, which the template does not have`);
      if (parameter.Default === undefined) throw new Error(`the parameter ${name} has no default`);
      return parameter.Default;
    },
    attribute(logicalId, name) {
      const resource = made.get(logicalId);
      const type = template.Resources[logicalId]?.Type;
      if (!resource || !type) throw new Error(`Fn::GetAtt names ${logicalId}, which the template does not have`);
      const value = resource.attributes?.[name];
      if (value === undefined) throw new Error(`not emulated: attribute ${name} of ${type} ${logicalId}`);
      return value;
    },
    condition(name) {
      const condition = template.Conditions?.[name];
      if (condition === undefined) throw new Error(`the template has no condition ${name}`);
      return evaluate(condition, scope) === true;
    },
    mapping(map, first, second) {
      const value = template.Mappings?.[map]?.[first]?.[second];
      if (value === undefined) throw new Error(`the template has no mapping ${map}.${first}.${second}`);
      return value;
    },
  };
  return scope;
}
