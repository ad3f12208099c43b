import { idOf } from '../arn.ts';
import { routingProfileOf } from '../exchange/waiting.ts';
import { type Agent, type Contact, now, type World } from '../exchange/world.ts';
import { agentState } from '../machine/agent-state.ts';
import { waits } from '../machine/contact-life.ts';
import { find, type Queue } from '../resources.ts';
import { invalid, notEmulated, notFound } from './errors.ts';
import type { Operation } from './operations.ts';
import { page } from './page.ts';

/** The agents who serve some queues and the contacts that wait in them, now. */
interface Served {
  agents: Agent[];
  waiting: Contact[];
  /** Callbacks whose time has not come. */
  scheduled: Contact[];
  at: number;
}

const shown = (agent: Agent) => agentState(agent.chosen, agent.legs).name;
const online = ({ agents }: Served) => agents.filter(({ chosen }) => chosen.type !== 'offline');
const has = (agent: Agent, ...states: string[]) => agent.legs.some(({ state }) => states.includes(state));
const busy = (agent: Agent) => has(agent, 'connecting', 'connected', 'ended');
const free = ({ agents }: Served) =>
  agents.filter(({ chosen, legs }) => chosen.type === 'routable' && !legs.length).length;
const onCall = ({ agents }: Served) => agents.filter((agent) => has(agent, 'connected')).length;

/** What each metric counts [docs]; an agent counts for every queue of the routing profile. */
const metrics: Record<string, (served: Served) => number> = {
  AGENTS_AVAILABLE: free,
  AGENTS_ONLINE: (served) => online(served).length,
  AGENTS_STAFFED: (served) => online(served).filter((agent) => agent.chosen.type === 'routable' || busy(agent)).length,
  AGENTS_NON_PRODUCTIVE: (served) => online(served).filter(({ chosen }) => chosen.type === 'not_routable').length,
  AGENTS_ON_CALL: onCall,
  AGENTS_ON_CONTACT: onCall,
  AGENTS_AFTER_CONTACT_WORK: ({ agents }) => agents.filter((agent) => shown(agent) === 'AfterCallWork').length,
  AGENTS_ERROR: ({ agents }) => agents.filter((agent) => has(agent, 'error')).length,
  CONTACTS_IN_QUEUE: ({ waiting }) => waiting.length,
  CONTACTS_SCHEDULED: ({ scheduled }) => scheduled.length,
  /** Seconds. */
  OLDEST_CONTACT_AGE: ({ waiting, at }) =>
    Math.round((at - Math.min(at, ...waiting.map(({ times }) => times.enqueued ?? at))) / 1000),
  SLOTS_ACTIVE: ({ agents }) => agents.filter(busy).length,
  SLOTS_AVAILABLE: free,
};

/** Of queues alone. Queues in which nobody works and nobody waits have no row when they are told apart [assumed]. */
export const getCurrentMetricData: Operation = (world, input) => {
  const { Queues, Channels: _voiceAlone, ...others } = Object(input.Filters);
  const [other] = Object.keys(others);
  if (other) throw notEmulated(`GetCurrentMetricData by ${other}`);
  if (!Array.isArray(Queues) || Queues.length < 1 || Queues.length > 100)
    throw invalid('Filters.Queues has 1 to 100 members');
  const queues = Queues.map((id) => queueOf(world, id));
  const wanted = (Array.isArray(input.CurrentMetrics) ? input.CurrentMetrics : []).map(metricOf);
  const groupings = Array.isArray(input.Groupings) ? input.Groupings.map(String) : [];
  const unknown = groupings.find((grouping) => grouping !== 'QUEUE' && grouping !== 'CHANNEL');
  if (unknown) throw notEmulated(`GetCurrentMetricData grouped by ${unknown}`);

  const byQueue = groupings.includes('QUEUE');
  const groups = (byQueue ? queues.map((queue) => [queue]) : [queues]).map((group) => ({
    queue: group[0] as Queue,
    served: servedBy(world, group),
  }));
  const rows = groups.filter(
    ({ served }) => !byQueue || served.waiting.length + served.scheduled.length + online(served).length > 0,
  );
  const { items, NextToken } = page(rows, input, 100);
  return {
    MetricResults: items.map(({ queue, served }) => ({
      Dimensions: {
        ...(byQueue && { Queue: { Id: idOf(queue.arn), Arn: queue.arn } }),
        ...(groupings.includes('CHANNEL') && { Channel: 'VOICE' }),
      },
      Collections: wanted.map(({ metric, value }) => ({ Metric: metric, Value: value(served, byQueue) })),
    })),
    NextToken,
    DataSnapshotTime: new Date(now(world)),
    ApproximateTotalCount: rows.length,
  };
};

function metricOf(given: unknown) {
  const { Name, Unit } = Object(given);
  const count = metrics[String(Name)];
  if (!count) throw notEmulated(`the metric ${Name}`);
  const age = Name === 'OLDEST_CONTACT_AGE';
  if (Unit !== undefined && Unit !== (age ? 'SECONDS' : 'COUNT')) throw invalid(`${Name} is not counted in ${Unit}`);
  return {
    metric: { Name, Unit: age ? 'SECONDS' : 'COUNT' },
    // Without groupings the age is in milliseconds, whatever its unit says [docs].
    value: (served: Served, grouped: boolean) => count(served) * (age && !grouped ? 1000 : 1),
  };
}

function queueOf({ resources }: World, id: unknown): Queue {
  const queue = find(resources.queues, String(id));
  if (!queue) throw notFound(`queue ${id}`);
  return queue;
}

function servedBy(world: World, queues: Queue[]): Served {
  const arns = new Set<string | undefined>(queues.map(({ arn }) => arn));
  const contacts = [...world.contacts.values()];
  return {
    agents: [...world.agents.values()].filter((agent) =>
      routingProfileOf(world, agent)?.queues.some(({ queueArn }) => arns.has(queueArn)),
    ),
    waiting: contacts.filter(({ life, queueArn }) => waits(life) && arns.has(queueArn)),
    scheduled: contacts.filter(({ life, targetQueueArn }) => life === 'scheduled' && arns.has(targetQueueArn)),
    at: now(world),
  };
}
