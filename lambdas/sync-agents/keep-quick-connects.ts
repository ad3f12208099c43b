import type { AgentRecord } from '../../domain/directory/types.ts';
import type { Links } from '../shared/ports.ts';
import type { NotTaken, QuickConnect, QuickConnects } from '../shared/quick-connects.ts';
import { planQuickConnects } from './plan-quick-connects.ts';

export interface Kept {
  /** ARN of each agent's quick connect, by the agent's ARN. */
  arns: Map<string, string>;
  created: number;
  changed: number;
  removed: number;
  /** User names of those who have none, or one with an old name. */
  refused: { username: string; why: NotTaken }[];
  /** What went wrong, and for whom; everything else was done all the same. */
  failed: { of: string; fault: unknown }[];
  /** ARNs of agents who may have one that was not seen: another run has just made it, or making it failed. */
  unsettled: Set<string>;
}

/**
 * Makes every agent one whom calls can be handed to, from every queue of the stack. What is gone is removed first, so
 * that its names and its place are free. One that fails is left for the next run and holds up no other.
 *
 * @param found All quick connects of the instance, read before its agents.
 */
export async function keepQuickConnects(
  agents: AgentRecord[],
  found: QuickConnect[],
  { quickConnects, links }: { quickConnects: QuickConnects; links: Pick<Links, 'connect'> },
  { instance, flowArn, queueArns }: { instance: string; flowArn: string; queueArns: string[] },
): Promise<Kept> {
  const plan = planQuickConnects(agents, found, flowArn);
  const arns = new Map(plan.kept);
  const unsettled = new Set<string>();
  const refused: Kept['refused'] = [];
  const failed: Kept['failed'] = [];
  /** @returns undefined also when it failed. */
  async function attempt<T>(of: string, what: () => Promise<T>): Promise<T | undefined> {
    try {
      return await what();
    } catch (fault) {
      failed.push({ of, fault });
      return undefined;
    }
  }

  for (const { arn } of plan.remove) await attempt(arn, () => quickConnects.remove(arn));
  for (const { before, wanted } of plan.change) {
    const why = await attempt(wanted.description, () => quickConnects.change(before, wanted));
    if (why) refused.push({ username: wanted.description, why });
  }
  for (const wanted of plan.create) {
    const made = await attempt(wanted.description, () => quickConnects.create(wanted));
    if (made && 'arn' in made) arns.set(wanted.agentArn, made.arn);
    else if (made?.refused !== 'too-many') unsettled.add(wanted.agentArn);
    if (made && 'refused' in made) refused.push({ username: wanted.description, why: made.refused });
  }
  // Linking what is linked changes nothing, and asking what is would take as many calls.
  const all = [...arns.values()].sort();
  for (const queue of queueArns) {
    const link = { kind: 'queue-to-quick-connects', instance, queue, quickConnects: all } as const;
    await attempt(queue, () => links.connect(link));
  }
  const { create, change, remove } = plan;
  const counts = { created: create.length, changed: change.length, removed: remove.length };
  return { arns, ...counts, refused, failed, unsettled };
}
