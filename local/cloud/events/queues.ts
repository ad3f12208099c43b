import type { Problems } from '../types.ts';

export interface QueuedMessage {
  body: unknown;
  /** Why it is here rather than where it was meant to go. */
  why?: string;
}

/** The SQS queues of the template, in memory. They hold what could not be delivered. */
export interface Queues {
  add(arn: string, name: string): void;
  has(arn: string): boolean;
  /** Throws when the template has no such queue. */
  send(arn: string, message: QueuedMessage): void;
  messages(arn: string): QueuedMessage[];
}

export function createQueues(problems: Problems): Queues {
  const queues = new Map<string, { name: string; messages: QueuedMessage[] }>();
  const find = (arn: string) => {
    const queue = queues.get(arn);
    if (!queue) throw new Error(`the template has no queue ${arn}`);
    return queue;
  };
  return {
    add: (arn, name) => void queues.set(arn, { name, messages: [] }),
    has: (arn) => queues.has(arn),
    send(arn, message) {
      const queue = find(arn);
      queue.messages.push(message);
      if (message.why) problems.add(`${queue.name} received an event that could not be delivered: ${message.why}`);
    },
    messages: (arn) => [...find(arn).messages],
  };
}
