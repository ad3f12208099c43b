import { folded } from '../../domain/directory/fold.ts';
import type { AgentRecord } from '../../domain/directory/types.ts';
import type { AgentQuickConnect, QuickConnect } from '../shared/quick-connects.ts';

/** What is to be done so that every agent has exactly one quick connect of ours. */
export interface Plan {
  /** Of agents who have left, and all but one of an agent's. */
  remove: QuickConnect[];
  change: { before: QuickConnect; wanted: AgentQuickConnect }[];
  create: AgentQuickConnect[];
  /** By the agent's ARN: what is there and stays, changed or not. */
  kept: Map<string, string>;
}

/** Characters that Connect takes in the name of a quick connect. */
const longestName = 127;

/**
 * @param found All quick connects of the instance: a name that somebody else's has cannot be ours.
 * @param flowArn Where calls to one agent go through.
 */
export function planQuickConnects(agents: AgentRecord[], found: QuickConnect[], flowArn: string): Plan {
  const here = new Set(agents.map(({ arn }) => arn));
  const kept = new Map<string, QuickConnect>();
  const remove: QuickConnect[] = [];
  for (const one of found.toSorted((a, b) => (a.arn < b.arn ? -1 : 1))) {
    const agentArn = one.ours?.agentArn;
    if (agentArn === undefined) continue;
    if (here.has(agentArn) && !kept.has(agentArn)) kept.set(agentArn, one);
    else remove.push(one);
  }

  const plan: Plan = { remove, change: [], create: [], kept: new Map() };
  for (const wanted of wantedFor(agents, found, flowArn)) {
    const before = kept.get(wanted.agentArn);
    if (before) plan.kept.set(wanted.agentArn, before.arn);
    if (!before) plan.create.push(wanted);
    else if (!isSo(before, wanted)) plan.change.push({ before, wanted });
  }
  return plan;
}

/** The full name, with the user name where another agent or somebody else's quick connect has the same. */
function wantedFor(agents: AgentRecord[], found: QuickConnect[], flowArn: string): AgentQuickConnect[] {
  const names = [
    ...agents.map(({ arn, name }) => ({ of: arn, name })),
    ...found.map(({ name, ours }) => ({ of: ours?.agentArn, name })),
  ];
  const holders = new Map<string, Set<string | undefined>>();
  for (const { of, name } of names) holders.set(folded(name), (holders.get(folded(name)) ?? new Set()).add(of));
  return agents.map(({ arn: agentArn, name, username }) => {
    const alone = (holders.get(folded(name))?.size ?? 0) < 2;
    const added = alone ? '' : ` (${username})`;
    return { agentArn, name: `${cut(name, longestName - added.length)}${added}`, description: username, flowArn };
  });
}

const cut = (text: string, most: number): string => [...text].slice(0, most).join('');

const isSo = ({ name, ours }: QuickConnect, wanted: AgentQuickConnect): boolean =>
  name === wanted.name && ours?.description === wanted.description && ours.flowArn === wanted.flowArn;
