import { idOf } from '../arn.ts';
import { find, type Queue, type Resources } from '../resources.ts';
import { invalid, notFound } from './errors.ts';
import type { Input, Operation } from './operations.ts';
import { page } from './page.ts';
import { quickConnectOf, quickConnectSummary } from './quick-connects.ts';

const queueOf = (resources: Resources, input: Input): Queue => {
  const queue = find(resources.queues, String(input.QueueId));
  if (!queue) throw notFound(`queue ${input.QueueId}`);
  return queue;
};

/** At most 50 a call [docs]. */
function wantedArns(resources: Resources, input: Input): string[] {
  const ids = Array.isArray(input.QuickConnectIds) ? input.QuickConnectIds : [];
  if (ids.length < 1 || ids.length > 50) throw invalid('QuickConnectIds has 1 to 50 members');
  return ids.map((id) => quickConnectOf(resources, id).arn);
}

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
