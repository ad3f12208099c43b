import { describe, expect, it } from 'vitest';
import { anInstance, type Block, bye, heard, type Options, says, toQueue, whyOf } from '../instance.ts';

const goes: Block[] = [says('yes', 'bye', 'yes'), says('no', 'bye', 'no'), says('error', 'bye', 'error'), bye];
const block = (type: string, parameters: Record<string, unknown>, more: Partial<Block> = {}): Block => ({
  id: 'it',
  type,
  parameters,
  next: 'yes',
  errors: { NoMatchingError: 'error', QueueAtCapacity: 'no' },
  ...more,
});
/** Ned's ARN; ids are made of names, so it is the same in every instance of the tests. */
const ned = anInstance().agent('ned').arn;

async function run(first: Block[], prepare: (desk: ReturnType<typeof anInstance>) => void = () => {}, more = {}) {
  const desk = anInstance({ ...more, inbound: [...first, ...goes] });
  prepare(desk);
  const call = await desk.dial();
  await desk.until(() => call.phase === 'ended' || call.phase === 'queue');
  return { ...desk, call, words: heard(call).join(' ') };
}

describe('CheckMetricData', () => {
  const check = (metric: string, of: object, moreThan = '0'): Block[] => [
    block(
      'CheckMetricData',
      { MetricType: metric, ...of },
      {
        next: 'no',
        errors: { NoMatchingError: 'error', NoMatchingCondition: 'no' },
        when: { [moreThan]: 'yes' },
        operator: 'NumberGreaterThan',
      },
    ),
  ];

  it.each([
    ['NumberOfAgentsAvailable', 'Available', 'yes'],
    ['NumberOfAgentsAvailable', 'Lunch', 'no'],
    ['NumberOfAgentsStaffed', 'Lunch', 'no'],
    ['NumberOfAgentsOnline', 'Lunch', 'yes'],
    ['NumberOfAgentsOnline', 'Offline', 'no'],
  ])('%s of one agent who is in %s: %s', async (metric, state, words) => {
    const prepare = ({ becomes }: ReturnType<typeof anInstance>) => {
      becomes('ned', state);
      becomes('beth', state === 'Available' ? 'Offline' : 'Available');
    };
    expect((await run(check(metric, { AgentId: ned }), prepare)).words).toBe(words);
  });

  it('counts an agent who talks as staffed and not as available', async () => {
    for (const [metric, words] of [
      ['NumberOfAgentsStaffed', 'yes'],
      ['NumberOfAgentsAvailable', 'no'],
    ] as const) {
      const desk = anInstance({
        inbound: [
          {
            id: 'first',
            type: 'Compare',
            parameters: { ComparisonValue: '$.CustomerEndpoint.Address' },
            next: 'it',
            errors: { NoMatchingCondition: 'it' },
            when: { '+1': 'queue' },
          },
          ...check(metric, { AgentId: ned }),
          ...goes.slice(0, 3),
          ...toQueue,
        ],
      });
      desk.becomes('ned', 'Available');
      const first = await desk.dial('+1');
      await desk.until(() => first.phase === 'ringing');
      desk.act('ned', 'AcceptContact');
      await desk.until(() => first.phase === 'talking');
      const second = await desk.dial();
      await desk.until(() => second.phase === 'ended');
      expect(heard(second)).toEqual([words]);
    }
  });

  it.each([
    ['agents of a named queue', 'NumberOfAgentsAvailable', { QueueId: '${Billing}' }, 'yes'],
    ['no queue', 'NumberOfAgentsAvailable', {}, 'error'],
    ['no such agent', 'NumberOfAgentsAvailable', { AgentId: 'nobody' }, 'error'],
    ['nobody who waits', 'NumberOfContactsInQueue', { QueueId: '${Billing}' }, 'no'],
    ['nobody who has waited', 'OldestContactInQueueAgeSeconds', { QueueId: '${Billing}' }, 'no'],
  ])('%s', async (_, metric, of, words) => {
    expect((await run(check(metric, of), ({ becomes }) => becomes('beth', 'Available'))).words).toBe(words);
  });

  it('gives the longest wait in milliseconds', async () => {
    const desk = anInstance({
      inbound: [
        {
          id: 'first',
          type: 'Compare',
          parameters: { ComparisonValue: '$.CustomerEndpoint.Address' },
          next: 'queue',
          errors: { NoMatchingCondition: 'queue' },
          when: { '+2': 'it' },
        },
        ...check('OldestContactInQueueAgeSeconds', { QueueId: '${Queue}' }, '59999'),
        ...goes.slice(0, 3),
        ...toQueue,
      ],
    });
    const first = await desk.dial('+1');
    await desk.until(() => first.phase === 'queue');
    desk.clock.advance(60_000);
    const second = await desk.dial('+2');
    await desk.until(() => second.phase === 'ended');
    expect(heard(second)).toEqual(['yes']);
  });
});

describe("an agent's own queue", () => {
  const target = (AgentId: string): Block[] => [
    {
      id: 'set',
      type: 'UpdateContactTargetQueue',
      parameters: { AgentId },
      next: 'enter',
      errors: { NoMatchingError: 'error' },
    },
    block('TransferContactToQueue', {}, { id: 'enter' }),
  ];

  it.each([ned, ned.slice(ned.lastIndexOf('/') + 1)])('is set by %s and announced by its ARN and type', async (id) => {
    const { call, bus } = await run(target(id));
    expect(call.phase).toBe('queue');
    expect(bus.at(-1)?.detail).toMatchObject({
      eventType: 'QUEUED',
      queueInfo: { queueArn: ned.replace('/agent/', '/queue/agent/'), queueType: 'AGENT' },
    });
  });

  it('of nobody is an error', async () => {
    expect((await run(target('nobody'))).words).toBe('error');
  });

  it('holds ten who wait', async () => {
    const desk = anInstance({ inbound: [...target(ned), ...goes] });
    for (let count = 0; count < 10; count++) {
      const call = await desk.dial();
      await desk.until(() => call.phase === 'queue');
    }
    const one = await desk.dial();
    await desk.until(() => one.phase === 'ended');
    expect(whyOf(one, 'enter')).toMatchObject({ why: "QueueAtCapacity: the agent's queue holds 10 contacts" });
  });
});

describe('DequeueContactAndTransferToQueue', () => {
  const inQueue = (moves: Block, options: Options = {}) => ({
    ...options,
    flows: {
      Waiting: {
        type: 'CUSTOMER_QUEUE',
        blocks: [
          {
            id: 'wait',
            type: 'Wait',
            parameters: { TimeLimitSeconds: '5' },
            next: 'it',
            errors: { NoMatchingError: 'it' },
            when: { WaitCompleted: 'it' },
          },
          moves,
          says('moved', 'stay', 'yes'),
          says('full', 'stay', 'no'),
          says('failed', 'stay', 'error'),
          { id: 'stay', type: 'EndFlowExecution' },
        ],
      },
    },
    inbound: [
      {
        id: 'hook',
        type: 'UpdateContactEventHooks',
        parameters: { EventHooks: { CustomerQueue: '${Waiting}' } },
        next: 'queue',
        errors: { NoMatchingError: 'bye' },
      } as Block,
      ...toQueue,
    ],
  });
  const move = (parameters: Record<string, unknown>) => block('DequeueContactAndTransferToQueue', parameters);

  it.each([
    ['a queue', { QueueId: '${Billing}' }, /queue\/(?!agent)/, 'STANDARD'],
    ['an agent’s own', { AgentId: ned }, /queue\/agent\//, 'AGENT'],
  ])('makes a new contact of it in %s and ends the old one', async (_, parameters, queueArn, queueType) => {
    const desk = anInstance(inQueue(move(parameters)));
    const call = await desk.dial();
    await desk.until(() => desk.events().filter((type) => type === 'QUEUED').length === 2);
    const [first, ...later] = desk.bus.map(({ detail }) => detail);
    const moved = later.filter(({ contactId }) => contactId !== first?.contactId);
    expect(moved.at(-1)).toMatchObject({
      eventType: 'QUEUED',
      initiationMethod: 'QUEUE_TRANSFER',
      previousContactId: first?.contactId,
      queueInfo: { queueArn: expect.stringMatching(queueArn), queueType },
    });
    expect(later.filter(({ contactId }) => contactId === first?.contactId).map(({ eventType }) => eventType)).toEqual([
      'QUEUED',
      'DISCONNECTED',
      'COMPLETED',
    ]);
    expect(call.phase).toBe('queue');
  });

  it('takes the branch of its own for a full queue', async () => {
    const desk = anInstance(inQueue(move({ QueueId: '${Queue}' }), { queue: { MaxContacts: 1 } }));
    const call = await desk.dial();
    await desk.until(() => heard(call).includes('full'));
    expect(call.phase).toBe('queue');
  });

  it('fails before the contact was queued', async () => {
    expect((await run([move({ QueueId: '${Billing}' })])).words).toBe('error');
  });

  it('fails while an agent’s phone rings', async () => {
    const desk = anInstance(inQueue(move({ QueueId: '${Billing}' })));
    desk.becomes('ned', 'Available');
    const call = await desk.dial();
    await desk.until(() => heard(call).includes('failed'));
    expect(call.phase).toBe('ringing');
  });

  it.each([
    ['a queue that is not there', { QueueId: 'nowhere' }],
    ['nobody’s queue', { AgentId: 'nobody' }],
  ])('fails for %s', async (_, parameters) => {
    const desk = anInstance(inQueue(move(parameters)));
    const call = await desk.dial();
    await desk.until(() => heard(call).includes('failed'));
    expect(call.phase).toBe('queue');
  });
});
