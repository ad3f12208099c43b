import type { AgentRecord } from '../../domain/directory/types.ts';
import type { Links } from '../shared/ports.ts';
import type { NotTaken, QuickConnects } from '../shared/quick-connects.ts';
import { planQuickConnects } from './plan-quick-connects.ts';

export interface Kept {
  /** ARN of each agent's quick connect, by the agent's ARN. */
  arns: Map<string, string>;
  created: number;
  changed: number;
  removed: number;
  /** User names of those who have none, or one with an old name. */
  refused: { username: string; why: NotTaken }[];
}

/**
 * Makes every agent one whom calls can be handed to, from every queue of the stack. What is gone is removed first, so
 * that its names and its place are free.
 */
export async function keepQuickConnects(
  agents: AgentRecord[],
  { quickConnects, links }: { quickConnects: QuickConnects; links: Pick<Links, 'connect'> },
  { instance, flowArn, queueArns }: { instance: string; flowArn: string; queueArns: string[] },
): Promise<Kept> {
  const plan = planQuickConnects(agents, await quickConnects.all(), flowArn);
  const arns = new Map(plan.kept);
  const refused: Kept['refused'] = [];
  for (const { arn } of plan.remove) await quickConnects.remove(arn);
  for (const { before, wanted } of plan.change) {
    const why = await quickConnects.change(before, wanted);
    if (why) refused.push({ username: wanted.description, why });
  }
  for (const wanted of plan.create) {
    const made = await quickConnects.create(wanted);
    if ('arn' in made) arns.set(wanted.agentArn, made.arn);
    else refused.push({ username: wanted.description, why: made.refused });
  }
  // Linking what is linked changes nothing, and asking what is would take as many calls.
  const all = [...arns.values()].sort();
  for (const queue of queueArns) {
    await links.connect({ kind: 'queue-to-quick-connects', instance, queue, quickConnects: all });
  }
  const { create, change, remove } = plan;
  return { arns, created: create.length, changed: change.length, removed: remove.length, refused };
}
