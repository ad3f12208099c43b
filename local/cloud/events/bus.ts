import { randomUUID } from 'node:crypto';
import type { Clock, EventBus } from '../../ports.ts';
import type { Place, Problems } from '../types.ts';
import { matches, type Pattern } from './pattern.ts';
import { rateOf } from './schedule.ts';
import { type Deliver, inputFor, type Target } from './target.ts';

/** An AWS::Events::Rule. It has a pattern or a schedule. */
export interface Rule {
  name: string;
  arn: string;
  pattern?: Pattern;
  /** `rate(…)` */
  schedule?: string;
  targets: Target[];
}

export interface Bus extends EventBus {
  addRule(rule: Rule): void;
  /** Runs every schedule once and then at its rate by the instance's clock. Resolves when the first runs are over. */
  startSchedules(): Promise<void>;
  /** Resolves when nothing is being delivered. */
  idle(): Promise<void>;
  stop(): void;
}

/** The account's default event bus with the rules of the template. */
export function createBus(deliver: Deliver, clock: Clock, place: Place, problems: Problems): Bus {
  const rules: Rule[] = [];
  const underWay = new Set<Promise<void>>();
  const timers = new Map<string, () => void>();

  const send = (rule: Rule, event: Record<string, unknown>) => {
    const deliveries = rule.targets.map((target) => deliver(target, inputFor(target, event), rule));
    const all = Promise.all(deliveries).then(() => undefined);
    underWay.add(all);
    void all.finally(() => underWay.delete(all));
    return all;
  };
  const envelope = (event: Record<string, unknown>) => ({
    ...{ version: '0', id: randomUUID(), account: place.account, region: place.region },
    ...event,
  });
  const runSchedule = (rule: Rule): Promise<void> => {
    const again = () => void runSchedule(rule);
    timers.set(rule.name, clock.after(rateOf(rule.schedule ?? ''), again));
    const time = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
    const about = { source: 'aws.events', 'detail-type': 'Scheduled Event', time, resources: [rule.arn], detail: {} };
    return send(rule, envelope(about));
  };

  return {
    addRule: (rule) => void rules.push(rule),
    put(event) {
      const whole = envelope(event);
      const hearing = rules.filter(({ pattern }) => pattern && matches(pattern, whole));
      for (const rule of hearing) void send(rule, whole);
      if (hearing.length === 0 && !rules.some((rule) => listensTo(rule, whole))) {
        problems.add(`no event rule of the template hears ${event.source} "${event['detail-type']}"`);
      }
    },
    async startSchedules() {
      await Promise.all(rules.filter(({ schedule }) => schedule !== undefined).map(runSchedule));
    },
    async idle() {
      while (underWay.size) await Promise.all(underWay);
    },
    stop() {
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

/** Whether the rule is about this kind of event at all: an event that a rule leaves out on purpose is no problem. */
function listensTo({ pattern }: Rule, event: Record<string, unknown>): boolean {
  if (!pattern) return false;
  const { source, 'detail-type': detailType } = pattern;
  return matches({ ...(source ? { source } : {}), ...(detailType ? { 'detail-type': detailType } : {}) }, event);
}
