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

/** An event as rules and listeners get it. */
export type BusEvent = Parameters<EventBus['put']>[0] & { id: string };

export interface Bus extends EventBus {
  /** Answers the event's id. */
  put(event: Parameters<EventBus['put']>[0]): string;
  addRule(rule: Rule): void;
  /** Told of every event, whatever the rules say; the answer ends it. */
  onEvent(listener: (event: BusEvent) => void): () => void;
  busy(): boolean;
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
  const listeners = new Set<(event: BusEvent) => void>();

  const send = (rule: Rule, event: Record<string, unknown>) => {
    const deliveries = rule.targets.map((target) => deliver(target, inputFor(target, event), rule));
    const all = Promise.all(deliveries).then(() => undefined);
    underWay.add(all);
    void all.finally(() => underWay.delete(all));
    return all;
  };
  const envelope = <T extends object>(event: T) => ({
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
      for (const listener of listeners) listener(whole);
      const hearing = rules.filter(({ pattern }) => pattern && matches(pattern, whole));
      for (const rule of hearing) void send(rule, whole);
      // What the desk says is there for others; what AWS says is of no use unless the desk hears it.
      const fromAws = event.source.startsWith('aws.');
      if (fromAws && hearing.length === 0 && !rules.some((rule) => listensTo(rule, whole))) {
        problems.add(`no event rule of the template hears ${event.source} "${event['detail-type']}"`);
      }
      return whole.id;
    },
    async startSchedules() {
      await Promise.all(rules.filter(({ schedule }) => schedule !== undefined).map(runSchedule));
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    busy: () => underWay.size > 0,
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
