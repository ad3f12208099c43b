import { expect, inject } from 'vitest';
import type { Template, TemplateResource } from '../../../local/cloud/types.ts';
import { type Desk, startDesk } from '../../../local/desk.ts';
import { loadSample } from '../../../local/sample/index.ts';

/** The desk whose template is changed like this before anything is made of it; functions start when they are asked. */
export const deskWith = (change: (template: Template) => void): Promise<Desk> =>
  startDesk({
    ...{ assembly: inject('assembly'), deskPort: 0, instancePort: 0, clock: 'free', sample: loadSample, warm: false },
    template(template) {
      change(template);
      return template;
    },
  });

type Found = [id: string, resource: TemplateResource];
/** The only resource of the type whose id or JSON has these words. */
export function only(template: Template, type: string, ...words: string[]): Found {
  const found = Object.entries(template.Resources).filter(
    ([id, resource]) => resource.Type === type && words.every((word) => (id + JSON.stringify(resource)).includes(word)),
  );
  expect(found.map(([id]) => id)).toHaveLength(1);
  return found[0] as Found;
}

/** Takes a resource out, with everything that waits for it or names it. */
export function remove(template: Template, id: string): void {
  delete template.Resources[id];
  for (const [other, resource] of Object.entries(template.Resources)) {
    if (JSON.stringify(resource.Properties ?? {}).includes(`"${id}"`)) remove(template, other);
    if (resource.DependsOn) resource.DependsOn = [resource.DependsOn].flat().filter((name) => name !== id);
  }
}

interface Statement {
  Action: string | string[];
}
/** Takes an action out of the only policy that allows it for this function. */
export function forbid(template: Template, functionId: string, action: string): void {
  const [, policy] = only(template, 'AWS::IAM::Policy', functionId, action);
  const document = policy.Properties?.PolicyDocument as { Statement: Statement[] };
  for (const statement of document.Statement)
    statement.Action = [statement.Action].flat().filter((one) => one !== action);
}
