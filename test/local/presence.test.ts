import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { QuickConnects } from '../../domain/api.ts';
import { passTime, runUntil } from '../../local/connect/clock.ts';
import { type Desk, startDesk } from '../../local/desk.ts';
import { loadSample } from '../../local/sample/index.ts';

describe('how agents are, at a desk of the whole template', () => {
  let desk: Desk;
  const changes: unknown[] = [];
  beforeAll(async () => {
    desk = await startDesk({
      assembly: inject('assembly'),
      deskPort: 0,
      instancePort: 0,
      clock: 'free',
      sample: loadSample,
    });
    desk.onEvent((event) => {
      if (event['detail-type'] === 'Agent Presence Changed') changes.push(event.detail);
    });
  });
  afterAll(() => desk.stop());

  /** Presence is told a second after it changed, with all that changed in it. */
  const heard = () => passTime(desk, desk.clock, 2_000);
  const chooses = async (username: string, name: string) => {
    desk.connect.act(username, { operation: 'PutAgentState', params: { state: { name }, enqueueNextState: false } });
    await heard();
  };
  const works = async (detail: Record<string, unknown>) => {
    desk.putEvent({ source: 'tickets.example', 'detail-type': 'Agent Work Changed', detail });
    await heard();
  };
  const quickConnects = async (username: string) => {
    const headers = { authorization: await desk.token(username) };
    return (await (await fetch(`${desk.deskUrl}/api/quick-connects`, { headers })).json()) as QuickConnects;
  };
  const beth = async () => (await quickConnects('ned')).agents.find(({ username }) => username === 'beth');

  it('is known from the stream, told on the bus, and shown to whoever hands a call over', async () => {
    await chooses('beth', 'Available');
    expect(changes.at(-1)).toMatchObject({
      username: 'beth',
      agentArn: desk.connect.agent('beth')?.arn,
      presence: { name: 'Available', type: 'available' },
    });
    expect((await beth())?.presence).toMatchObject({ name: 'Available', type: 'available' });
  });

  it('names the quick connects that Connect itself offers', async () => {
    const { agents, queues } = await quickConnects('ned');
    expect(agents.map(({ name }) => name)).toEqual(['Beth Alvarez', 'Ivy Novak', 'Raj Mehta', 'Sue Tanaka']);
    expect(queues.map(({ name }) => name)).toEqual(['Billing', 'Network', 'Service desk']);
  });

  it('follows what another system gives an agent to do, and gives back what there was', async () => {
    await chooses('beth', 'Available');
    await works({ username: 'beth', busyWith: 'CS-1017' });
    expect(desk.connect.agent('beth')?.state.name).toBe('Busy with a case');
    expect((await beth())?.presence).toMatchObject({ name: 'Busy with a case', type: 'away' });
    await works({ username: 'beth' });
    expect((await beth())?.presence?.name).toBe('Available');
  });

  it('leaves what the agent chose, and survives what nobody can read', async () => {
    await chooses('beth', 'Lunch');
    await works({ username: 'beth', busyWith: 'CS-1018' });
    await works({ busyWith: 7 });
    await works({ username: 'stranger' });
    expect((await beth())?.presence?.name).toBe('Lunch');
  });

  it('is a talk while there is one', async () => {
    await chooses('ned', 'Available');
    const [to = ''] = desk.connect.numbers();
    const call = desk.connect.dial({ from: '+12125550123', to });
    await runUntil(desk, desk.clock, () => call.phase === 'ringing', 600_000);
    const [contact] = desk.connect.agent('ned')?.contacts ?? [];
    desk.connect.act('ned', { operation: 'AcceptContact', params: { contactId: contact?.contactId } });
    await runUntil(desk, desk.clock, () => call.phase === 'talking', 600_000);
    await heard();
    expect(changes.at(-1)).toMatchObject({ username: 'ned', presence: { name: 'Busy', type: 'busy' } });
    call.hangUp();
    await heard();
    expect(changes.at(-1)).toMatchObject({ username: 'ned', presence: { name: 'AfterCallWork', type: 'busy' } });
  });

  it('leaves no problem behind', () => {
    expect(desk.problems()).toEqual([]);
  });
});
