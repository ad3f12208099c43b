import type { Template, TemplateResource } from '../types.ts';

/** Logical ids that a value names by Ref, Fn::GetAtt or Fn::Sub, whether they are resources or not. */
export function namesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) namesIn(item, found);
    return found;
  }
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'Ref' && typeof item === 'string') found.add(item);
    else if (key === 'Fn::GetAtt') found.add(String(Array.isArray(item) ? item[0] : item).split('.')[0] ?? '');
    else if (key === 'Fn::Sub') {
      const [template, own] = Array.isArray(item) ? item : [item, {}];
      const names = Object.keys((own ?? {}) as object);
      for (const [, name] of String(template).matchAll(/\$\{([^!}][^}]*)\}/g)) {
        const id = (name ?? '').trim().split('.')[0] ?? '';
        if (!names.includes(id)) found.add(id);
      }
      namesIn(own, found);
    } else namesIn(item, found);
  }
  return found;
}

/** The resources that must exist before this one. */
export function dependencies(resource: TemplateResource, resources: Template['Resources']): string[] {
  const names = namesIn(resource.Properties);
  for (const id of [resource.DependsOn ?? []].flat()) names.add(id);
  return [...names].filter((id) => id in resources);
}

/**
 * Every logical id after those that it depends on. Throws with the path of the circle when there is one, as
 * CloudFormation would refuse the template.
 */
export function orderOf(resources: Template['Resources']): string[] {
  const ordered: string[] = [];
  const done = new Set<string>();
  const visit = (id: string, path: string[]) => {
    if (done.has(id)) return;
    if (path.includes(id)) {
      throw new Error(`circular dependency: ${[...path.slice(path.indexOf(id)), id].join(' → ')}`);
    }
    const resource = resources[id];
    if (!resource) return;
    for (const dependency of dependencies(resource, resources)) visit(dependency, [...path, id]);
    done.add(id);
    ordered.push(id);
  };
  for (const id of Object.keys(resources)) visit(id, []);
  return ordered;
}
