import { idOf } from '../arn.ts';
import { find, type Queue, type QuickConnect, type Resources } from '../resources.ts';
import { notFound } from './errors.ts';
import type { Input, Operation } from './operations.ts';
import { page } from './page.ts';

const queueOf = (resources: Resources, input: Input): Queue => {
  const queue = find(resources.queues, String(input.QueueId));
  if (!queue) throw notFound(`queue ${input.QueueId}`);
  return queue;
};

const wantedArns = (resources: Resources, input: Input): string[] =>
  (Array.isArray(input.QuickConnectIds) ? input.QuickConnectIds : []).map((id) => {
    const quickConnect = find(resources.quickConnects, String(id));
    if (!quickConnect) throw notFound(`quick connect ${id}`);
    return quickConnect.arn;
  });

/** Breaks the circle queue → quick connect → flow → queue, which a template cannot have. Doing it twice is fine. */
export const associateQueueQuickConnects: Operation = ({ resources }, input) => {
  const queue = queueOf(resources, input);
  queue.quickConnectArns = [...new Set([...queue.quickConnectArns, ...wantedArns(resources, input)])];
  return undefined;
};

export const disassociateQueueQuickConnects: Operation = ({ resources }, input) => {
  const queue = queueOf(resources, input);
  const gone = wantedArns(resources, input);
  queue.quickConnectArns = queue.quickConnectArns.filter((arn) => !gone.includes(arn));
  return undefined;
};

export const listQueueQuickConnects: Operation = ({ resources }, input) => {
  const linked = queueOf(resources, input).quickConnectArns.map((arn) => find(resources.quickConnects, arn));
  const { items, NextToken } = page(
    linked.filter((item) => item !== undefined),
    input,
    100,
  );
  return { QuickConnectSummaryList: items.map(quickConnectSummary), NextToken };
};

export const listQueues: Operation = ({ resources }, input) => {
  const types = Array.isArray(input.QueueTypes) ? input.QueueTypes : ['STANDARD'];
  const queues = types.includes('STANDARD') ? [...resources.queues.values()] : [];
  const { items, NextToken } = page(queues, input, 1000);
  return {
    QueueSummaryList: items.map(({ arn, name }) => ({ Id: idOf(arn), Arn: arn, Name: name, QueueType: 'STANDARD' })),
    NextToken,
  };
};

export const listQuickConnects: Operation = ({ resources }, input) => {
  const types = Array.isArray(input.QuickConnectTypes) ? input.QuickConnectTypes : undefined;
  const wanted = [...resources.quickConnects.values()].filter(({ type }) => types?.includes(type) ?? true);
  const { items, NextToken } = page(wanted, input, 1000);
  return { QuickConnectSummaryList: items.map(quickConnectSummary), NextToken };
};

const quickConnectSummary = ({ arn, name, type }: QuickConnect) => ({
  Id: idOf(arn),
  Arn: arn,
  Name: name,
  QuickConnectType: type,
});
