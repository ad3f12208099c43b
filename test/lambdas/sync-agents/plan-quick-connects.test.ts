import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentRecord } from '../../../domain/directory/types.ts';
import type { QuickConnect } from '../../../lambdas/shared/quick-connects.ts';
import { planQuickConnects } from '../../../lambdas/sync-agents/plan-quick-connects.ts';

const agent = (username: string, name: string): AgentRecord => ({
  arn: `arn:${username}`,
  username,
  name,
  role: 'agent',
});
const flow = 'arn:flow';

/** What the instance has after a plan was carried out, whose new ones get these ARNs. */
function carriedOut(plan: ReturnType<typeof planQuickConnects>, found: QuickConnect[]): QuickConnect[] {
  const removed = new Set(plan.remove);
  const changed = new Map(plan.change.map(({ before, wanted }) => [before, wanted]));
  const kept = found
    .filter((one) => !removed.has(one))
    .map((one) => {
      const wanted = changed.get(one);
      return wanted ? { arn: one.arn, name: wanted.name, ours: wanted } : one;
    });
  return [
    ...kept,
    ...plan.create.map((wanted) => ({ arn: `arn:new-${wanted.agentArn}`, name: wanted.name, ours: wanted })),
  ];
}

describe('the plan of quick connects', () => {
  it('cuts a name that is too long for Connect, and keeps the user name whole', () => {
    const long = 'x'.repeat(200);
    const { create } = planQuickConnects(
      [agent('ned', long), agent('beth', long), agent('sue', 'y'.repeat(200))],
      [],
      flow,
    );
    expect(create.map(({ name }) => name.length)).toEqual([127, 127, 127]);
    expect(create[0]?.name).toMatch(/^x+ \(ned\)$/);
  });

  it('lets two agents change names, in two runs', () => {
    const found = [agent('ned', 'A'), agent('beth', 'B')].map(({ arn, name, username }) => ({
      arn: `qc:${arn}`,
      name,
      ours: { agentArn: arn, description: username, flowArn: flow },
    }));
    const swapped = [agent('ned', 'B'), agent('beth', 'A')];
    const once = carriedOut(planQuickConnects(swapped, found, flow), found);
    expect(once.map(({ name }) => name).sort()).toEqual(['A (beth)', 'B (ned)']);
    expect(carriedOut(planQuickConnects(swapped, once, flow), once).map(({ name }) => name)).toEqual(['B', 'A']);
  });

  it('ends with one for each agent, all of different names, and touches no other', () => {
    const username = fc.constantFrom('ann', 'bob', 'cid', 'dee', 'eve');
    const name = fc.constantFrom('Sam', 'sam', 'Lee', 'Kim');
    const agents = fc
      .uniqueArray(fc.tuple(username, name), { selector: ([user]) => user })
      .map((some) => some.map(([user, full]) => agent(user, full)));
    const found = fc.uniqueArray(
      fc.record({
        arn: fc.integer({ min: 0, max: 99 }).map((number) => `arn:${number}`),
        name: fc.oneof(name, fc.string({ minLength: 1, maxLength: 5 })),
        ours: fc.option(
          fc.record({
            agentArn: fc.oneof(username, fc.constant('gone')).map((user) => `arn:${user}`),
            description: username,
            flowArn: fc.constantFrom(flow, 'arn:old-flow'),
          }),
          { nil: undefined },
        ),
      }),
      { selector: ({ arn }) => arn },
    );
    fc.assert(
      fc.property(agents, found, (those, there) => {
        const plan = planQuickConnects(those, there, flow);
        expect([...plan.remove, ...plan.change.map(({ before }) => before)].every(({ ours }) => ours)).toBe(true);
        const left = carriedOut(plan, there).filter(({ ours }) => ours);
        expect(left.map(({ ours }) => ours?.agentArn).sort()).toEqual(those.map(({ arn }) => arn).sort());
        expect(new Set(left.map(({ name: own }) => own)).size).toBe(those.length);
        expect(left.every(({ ours }) => ours?.flowArn === flow)).toBe(true);
      }),
    );
  });
});
