import { afterEach, describe, expect, it } from 'vitest';
import type { Template } from '../../../local/cloud/types.ts';
import { passTime } from '../../../local/connect/clock.ts';
import type { Desk } from '../../../local/desk.ts';
import { deskWith, forbid, only, remove } from './edited-template.ts';

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.stop();
});

/** What becomes of an agent's coming to work, and of another system's word on it, when the template is changed. */
async function dayWith(change: (template: Template) => void) {
  const desk = await deskWith(change);
  desks.push(desk);
  const functions: string[] = [];
  desk.functions.onInvocation(({ functionName, outcome }) =>
    functions.push(`${functionName.split('-').slice(2).join('-')}: ${outcome}`),
  );
  const told: unknown[] = [];
  desk.onEvent(({ source, detail }) => source === 'deskline' && told.push(detail));
  desk.connect.act('ned', { operation: 'PutAgentState', params: { state: { name: 'Available' } } });
  await passTime(desk, desk.clock, 2_000);
  desk.putEvent({
    ...{ source: 'tickets', 'detail-type': 'Agent Work Changed' },
    detail: { username: 'ned', busyWith: 'case 7' },
  });
  await passTime(desk, desk.clock, 2_000);
  const chosen = desk.connect.agent('ned')?.chosen.name;
  return { functions, told, chosen, problems: desk.problems().join('\n') };
}

describe('who is at work, by a template that lacks something', () => {
  it('is told with the template as it is, and changed as other systems say', async () => {
    const { functions, told, chosen, problems } = await dayWith(() => undefined);
    expect(functions).toContain('track-presence: ok');
    expect(told[0]).toMatchObject({ username: 'ned' });
    expect(chosen).toBe('Busy with a case');
    expect(problems).toBe('');
  });

  it('is told to nobody without the mapping from the stream', async () => {
    const { functions, told, problems } = await dayWith((template) =>
      remove(template, only(template, 'AWS::Lambda::EventSourceMapping')[0]),
    );
    expect(functions.filter((one) => one.startsWith('track-presence'))).toEqual([]);
    expect(told).toEqual([]);
    expect(problems).toMatch(/^nobody reads the stream \S*AgentEvents/);
  });

  it('is told to nobody without the storage configuration', async () => {
    const { functions } = await dayWith((template) =>
      remove(template, only(template, 'AWS::Connect::InstanceStorageConfig', 'AGENT_EVENTS')[0]),
    );
    expect(functions.filter((one) => one.startsWith('track-presence'))).toEqual([]);
  });

  it('stops the start when the stream may not be read', async () => {
    await expect(dayWith((template) => forbid(template, 'TrackPresence', 'kinesis:GetRecords'))).rejects.toThrow(
      /AWS::Lambda::EventSourceMapping \S+: Cannot access stream \S+\. User: \S+ is not authorized to perform: kinesis:GetRecords/,
    );
  });

  it('names the right to tell that lacks', async () => {
    const { told, problems } = await dayWith((template) => forbid(template, 'TrackPresence', 'events:PutEvents'));
    expect(told).toEqual([]);
    expect(problems).toMatch(/not authorized to perform: events:PutEvents on resource: \S+:event-bus\/default/);
  });

  it('names the right to change a status that lacks', async () => {
    const { chosen, problems } = await dayWith((template) => forbid(template, 'FollowWork', 'connect:PutUserStatus'));
    expect(chosen).toBe('Available');
    expect(problems).toMatch(/not authorized to perform: connect:PutUserStatus on resource: \S+/);
  });

  it('names the right to make quick connects that lacks, and agents find nobody', async () => {
    const { problems } = await dayWith((template) => forbid(template, 'SyncAgents', 'connect:CreateQuickConnect'));
    expect(problems).toMatch(
      /not authorized to perform: connect:CreateQuickConnect on resource: \S+transfer-destination/,
    );
  });
});
