import type { Cloud } from './cloud.ts';
import { factoryOf } from './registry.ts';
import { evaluate } from './template/intrinsics.ts';
import { dependencies, orderOf } from './template/order.ts';
import { type Made, scopeOf } from './template/scope.ts';
import type { Properties, Template } from './types.ts';

/**
 * Makes every resource of the template, each as soon as those that it names are there, and gives the stack's outputs.
 * Throws at the first resource that cannot be made, naming it; others are finished first, so that nothing runs on.
 */
export async function instantiate(template: Template, cloud: Cloud): Promise<Record<string, string>> {
  const made = new Map<string, Made>();
  const scope = scopeOf(template, cloud.place, made);
  const resources = Object.fromEntries(
    Object.entries(template.Resources).filter(([, { Condition }]) => !Condition || scope.condition(Condition)),
  );
  const making = new Map<string, Promise<void>>();
  for (const id of orderOf(resources)) {
    const resource = resources[id];
    if (!resource) continue;
    const make = async () => {
      await Promise.all(dependencies(resource, resources).map((dependency) => making.get(dependency)));
      try {
        const factory = factoryOf(resource.Type, id);
        const properties = evaluate(resource.Properties ?? {}, scope) as Properties;
        made.set(id, await factory(id, cloud.origins.translateAll(properties), cloud));
      } catch (error) {
        throw error instanceof InstantiationError ? error : new InstantiationError(resource.Type, id, error);
      }
    };
    making.set(id, make());
  }
  const results = await Promise.allSettled(making.values());
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;

  return Object.fromEntries(
    Object.entries(template.Outputs ?? {})
      .filter(([, { Condition }]) => !Condition || scope.condition(Condition))
      .map(([name, { Value }]) => [name, String(cloud.origins.translateAll(evaluate(Value, scope)))]),
  );
}

/** Names the resource that could not be made. */
export class InstantiationError extends Error {
  constructor(type: string, logicalId: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(why.includes(logicalId) ? why : `${type} ${logicalId}: ${why}`, { cause });
    this.name = 'InstantiationError';
  }
}
