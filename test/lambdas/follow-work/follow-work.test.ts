import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AgentWork, busyWithACase } from '../../../domain/presence/work.ts';
import { followWork, type Ports } from '../../../lambdas/follow-work/follow-work.ts';
import { directoryOn } from '../../../lambdas/shared/adapters/directory.ts';
import { agentWorksOn } from '../../../lambdas/shared/adapters/presences.ts';
import { statusesOn } from '../../../lambdas/shared/adapters/statuses.ts';
import { sdkOf } from '../../local/connect/control/sdk.ts';
import { anInstance } from '../../local/connect/instance.ts';
import { startTables } from '../shared/tables.ts';

const minute = (number: number): string => new Date(Date.UTC(2026, 10, 20, 9, number)).toISOString();
const works = (at = 0, busyWith = 'CS-17'): AgentWork => ({ busyWith, by: 'tickets.example', at: minute(at) });
const worksNoMore = (at = 1): AgentWork => ({ by: 'tickets.example', at: minute(at) });

describe('what is said of an agent’s work', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let desk: ReturnType<typeof anInstance>;
  let sdk: Awaited<ReturnType<typeof sdkOf>>;
  let follow: (work: AgentWork, username?: string, others?: Partial<Ports>) => ReturnType<typeof followWork>;

  beforeAll(async () => {
    tables = await startTables();
  });
  afterAll(() => tables.stop());
  beforeEach(async () => {
    desk = anInstance();
    desk.connect.provision('AWS::Connect::AgentStatus', 'Case', {
      InstanceArn: desk.instanceArn,
      Name: busyWithACase,
      State: 'ENABLED',
    });
    sdk = await sdkOf(desk.connect);
    const directory = directoryOn(tables.documents, 'Directory');
    // Each instance has agents of its own, so that no work of another test is known.
    const { arn } = desk.agent('ned');
    await tables.put([{ pk: `agent#${arn}`, sk: 'work' }]);
    await directory.putAgent({ arn, username: 'ned', name: 'Ned Flanders', role: 'agent' });
    const ports = {
      directory,
      works: agentWorksOn(tables.documents, 'Directory'),
      statuses: statusesOn(sdk.client, desk.instanceArn, async () => undefined),
    };
    follow = (work, username = 'ned', others = {}) => followWork(username, work, { ...ports, ...others });
    desk.becomes('ned', 'Available');
    return () => sdk.stop();
  });
  const chosen = () => desk.agent('ned').state.name;

  it('keeps calls away, and lets them come again', async () => {
    expect(await follow(works())).toEqual({ set: busyWithACase });
    expect(chosen()).toBe(busyWithACase);
    expect(await follow(worksNoMore())).toEqual({ set: 'Available' });
    expect(chosen()).toBe('Available');
  });

  it('overrides nothing that the agent chose before or meanwhile', async () => {
    desk.becomes('ned', 'Lunch');
    expect(await follow(works())).toEqual({ leave: 'chose-another' });
    desk.becomes('ned', 'Available');
    await follow(works(1));
    desk.becomes('ned', 'Break');
    expect(await follow(worksNoMore(2))).toEqual({ leave: 'chose-another' });
    expect(chosen()).toBe('Break');
  });

  it('counts by its time, not by when it arrives', async () => {
    await follow(worksNoMore(1));
    expect(await follow(works(0))).toEqual({ leave: 'said-otherwise-since' });
    expect(chosen()).toBe('Available');
  });

  it('counts as said last, also when an agent gets another case in the moment of finishing one', async () => {
    await follow(works(0, 'CS-1'));
    const statuses = statusesOn(sdk.client, desk.instanceArn, async () => undefined);
    // The next word comes, and is followed to its end, after this one has seen how the agent is.
    const overtaken = {
      ...statuses,
      async chosen(arn: string) {
        const before = await statuses.chosen(arn);
        await follow(works(1, 'CS-2'));
        return before;
      },
    };
    await follow(worksNoMore(1), 'ned', { statuses: overtaken });
    expect(chosen()).toBe(busyWithACase);
  });

  it('may come twice', async () => {
    await follow(works());
    expect(await follow(works())).toEqual({ leave: 'already-so' });
  });

  it('is nothing for somebody who is signed out, or whom nobody knows', async () => {
    expect(await follow(works(), 'nobody')).toEqual({ leave: 'unknown-agent' });
    desk.becomes('ned', 'Offline');
    expect(await follow(works())).toMatchObject({ leave: expect.stringMatching(/signed-out|chose-another/) });
    expect(chosen()).toBe('Offline');
  });
});
