import { conditionsHold } from './conditions.ts';
import { glob } from './glob.ts';
import type { Ask, PolicyDocument, Statement } from './types.ts';

export type Decision = 'allowed' | 'denied' | 'not allowed';

/**
 * IAM's decision over identity policies: an explicit Deny wins, else one Allow suffices, else it is not allowed.
 * Throws when a policy uses something that is not emulated.
 */
export function decide(documents: PolicyDocument[], ask: Ask): Decision {
  let allowed = false;
  for (const document of documents) {
    for (const statement of [document.Statement].flat()) {
      if (!applies(statement, ask)) continue;
      if (statement.Effect === 'Deny') return 'denied';
      allowed = true;
    }
  }
  return allowed ? 'allowed' : 'not allowed';
}

function applies(statement: Statement, ask: Ask): boolean {
  const action = ask.action.toLowerCase();
  const actions = (patterns: string | string[]) => [patterns].flat().some((one) => glob(one.toLowerCase(), action));
  const resources = (patterns: string | string[]) => [patterns].flat().some((one) => glob(one, ask.resource));
  if (statement.Action !== undefined && !actions(statement.Action)) return false;
  if (statement.NotAction !== undefined && actions(statement.NotAction)) return false;
  if (statement.Resource !== undefined && !resources(statement.Resource)) return false;
  if (statement.NotResource !== undefined && resources(statement.NotResource)) return false;
  return conditionsHold(statement.Condition, ask.context ?? {});
}
