import { ListQueueQuickConnectsCommand } from '@aws-sdk/client-connect';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instanceOn, linksOn } from '../../../lambdas/shared/adapters/connect.ts';
import { quickConnectsOn } from '../../../lambdas/shared/adapters/quick-connects.ts';
import { keepQuickConnects } from '../../../lambdas/sync-agents/keep-quick-connects.ts';
import { sdkOf } from '../../local/connect/control/sdk.ts';
import { anInstance } from '../../local/connect/instance.ts';

const end = [{ id: 'end', type: 'DisconnectParticipant' }];
const idOf = (arn = '') => arn.slice(arn.lastIndexOf('/') + 1);

describe('the quick connects of agents', () => {
  let desk: ReturnType<typeof anInstance>;
  let sdk: Awaited<ReturnType<typeof sdkOf>>;
  let turns: number;
  const turn = async () => {
    turns += 1;
  };

  beforeEach(async () => {
    turns = 0;
    desk = anInstance({
      flows: { ToAgent: { type: 'AGENT_TRANSFER', blocks: end }, ToOther: { type: 'AGENT_TRANSFER', blocks: end } },
    });
    sdk = await sdkOf(desk.connect);
  });
  afterEach(() => sdk.stop());

  const ofStage = (stage = 'test') => quickConnectsOn(sdk.client, desk.instanceArn, stage, turn);
  const agents = () => instanceOn(sdk.client, desk.instanceArn, turn).agents();
  async function sync(among = agents(), { flow = 'ToAgent', stage = 'test' } = {}) {
    const links = linksOn(sdk.client, turn);
    return keepQuickConnects(
      await among,
      await ofStage(stage).all(),
      { quickConnects: ofStage(stage), links },
      {
        instance: desk.instanceArn,
        flowArn: desk.arns[flow] ?? '',
        queueArns: [desk.arns.Queue ?? '', desk.arns.Billing ?? ''],
      },
    );
  }
  const shown = async (stage?: string) => {
    const all = await ofStage(stage).all();
    return all.map(({ name, ours }) => [name, ours?.description, idOf(ours?.flowArn)]).sort();
  };
  const toAgent = () => idOf(desk.arns.ToAgent);

  it('are made for each agent, by full name, and offered in each queue', async () => {
    const { arns, ...kept } = await sync();
    const nothingWrong = { refused: [], failed: [], unsettled: new Set() };
    expect(kept).toEqual({ created: 2, changed: 0, removed: 0, ...nothingWrong });
    expect(await shown()).toEqual([
      ['Beth Sanchez', 'beth', toAgent()],
      ['Ned Flanders', 'ned', toAgent()],
    ]);
    for (const QueueId of [desk.arns.Queue, desk.arns.Billing].map(idOf)) {
      const command = new ListQueueQuickConnectsCommand({ InstanceId: desk.instanceArn, QueueId });
      const { QuickConnectSummaryList = [] } = await sdk.client.send(command);
      expect(QuickConnectSummaryList.map(({ Arn }) => Arn).sort()).toEqual([...arns.values()].sort());
    }
  });

  it('stay as they are at the next run', async () => {
    const { arns } = await sync();
    const again = await sync();
    expect(again).toMatchObject({ arns, created: 0, changed: 0, removed: 0, refused: [] });
  });

  it('take a new name, and lead through a new flow', async () => {
    await sync();
    const renamed = (await agents()).map((agent) =>
      agent.username === 'ned' ? { ...agent, name: 'Ned Marsh' } : agent,
    );
    expect(await sync(Promise.resolve(renamed), { flow: 'ToOther' })).toMatchObject({ created: 0, changed: 2 });
    expect(await shown()).toEqual([
      ['Beth Sanchez', 'beth', idOf(desk.arns.ToOther)],
      ['Ned Marsh', 'ned', idOf(desk.arns.ToOther)],
    ]);
  });

  it('go with the agent', async () => {
    await sync();
    const left = (await agents()).filter(({ username }) => username === 'beth');
    expect(await sync(Promise.resolve(left))).toMatchObject({ removed: 1 });
    expect(await shown()).toEqual([['Beth Sanchez', 'beth', toAgent()]]);
  });

  it('tell two agents of one name apart, and drop the user name when one of them leaves', async () => {
    const both = (await agents()).map((agent) => ({ ...agent, name: 'Sam Lee' }));
    await sync(Promise.resolve(both));
    expect((await shown()).map(([name]) => name)).toEqual(['Sam Lee (beth)', 'Sam Lee (ned)']);
    await sync(Promise.resolve(both.slice(0, 1)));
    expect((await shown()).map(([name]) => name)).toEqual(['Sam Lee']);
  });

  it('leave alone what people or another stage have made, and do not take its name', async () => {
    const [ned] = (await agents()).filter(({ username }) => username === 'ned');
    if (!ned) throw new Error('no ned');
    const made = { agentArn: ned.arn, name: 'ned flanders', description: 'by hand', flowArn: desk.arns.ToAgent ?? '' };
    await ofStage('production').create(made);
    await sync();
    expect((await shown()).map(([name, username]) => [name, username])).toEqual([
      ['Beth Sanchez', 'beth'],
      ['Ned Flanders (ned)', 'ned'],
      ['ned flanders', undefined],
    ]);
    await sync(Promise.resolve([]));
    expect((await shown()).map(([name]) => name)).toEqual(['ned flanders']);
  });

  it('are one for each agent again when two runs have made two', async () => {
    await sync();
    const [ned] = (await agents()).filter(({ username }) => username === 'ned');
    const second = { agentArn: ned?.arn ?? '', name: 'Twice', description: 'ned', flowArn: desk.arns.ToAgent ?? '' };
    await ofStage().create(second);
    await sync();
    await sync();
    expect((await shown()).map(([name]) => name)).toEqual(['Beth Sanchez', 'Ned Flanders']);
  });

  it('say whose name Connect refused, and make the others', async () => {
    const refusing = {
      ...ofStage(),
      create: async (wanted: Parameters<ReturnType<typeof ofStage>['create']>[0]) =>
        wanted.description === 'ned' ? { refused: 'too-many' as const } : ofStage().create(wanted),
    };
    const kept = await keepQuickConnects(
      await agents(),
      [],
      { quickConnects: refusing, links: linksOn(sdk.client, turn) },
      { instance: desk.instanceArn, flowArn: desk.arns.ToAgent ?? '', queueArns: [] },
    );
    expect(kept.refused).toEqual([{ username: 'ned', why: 'too-many' }]);
    expect(kept.arns.size).toBe(1);
  });

  it('take turns for every call', async () => {
    let calls = 0;
    sdk.client.middlewareStack.add((next) => (args) => {
      calls += 1;
      return next(args);
    });
    await sync();
    expect(turns).toBe(calls);
  });
});
