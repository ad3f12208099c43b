import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentItems, personItems } from '../../../domain/directory/items.ts';
import type { Person } from '../../../domain/directory/types.ts';
import { routes } from '../../../lambdas/desk-api/routes.ts';
import { answer } from '../../../lambdas/shared/http.ts';
import { startTables } from '../shared/tables.ts';
import { aDesk } from './a-desk.ts';
import { anEvent } from './http-event.ts';

const ned = { arn: 'arn:ned', username: 'ned', name: 'Ned Marsh', role: 'agent' } as const;
const sue = { arn: 'arn:sue', username: 'sue', name: 'Sue Okafor', role: 'supervisor' } as const;
/** A morning in New York that is still night in Los Angeles. */
const morning = '2026-11-20T14:30:00.000Z';

const person = (id: string, number: string, more: Partial<Person> = {}): Person => ({
  ...{ id, name: id, active: true, version: 1, region: 'US', phones: [{ label: 'work', number }] },
  ...more,
});

describe('leave to dial', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  beforeAll(async () => {
    tables = await startTables();
    const people = [
      person('amy', '+12125550123'),
      person('dee', '+12125550144', { doNotCall: true }),
      person('kit', '+12125550155'),
      person('lou', '+12125550155'),
      person('max', '+12125550166', { organisation: 'Elsewhere' }),
      person('dora', '+12125550177', { doNotCall: true }),
      person('amy-twice', '+12125550178', { active: false, mergedInto: 'amy' }),
      person('dora-twice', '+12125550179', { active: false, mergedInto: 'dora' }),
      // Hundreds share a switchboard, and the last of them must not be called.
      ...Array.from({ length: 130 }, (_, at) => person(`crowd-${100 + at}`, '+12125550100', { doNotCall: at === 129 })),
    ];
    await tables.put([...people.flatMap((one) => personItems(one).items), ...[ned, sue].flatMap(agentItems)]);
  }, 60_000);
  afterAll(() => tables.stop());

  async function ask(body: unknown, { as = 'ned', group = 'agent', at = morning } = {}) {
    const now = new Date(at);
    const desk = aDesk(tables, { clock: { now: () => now }, newId: () => 'p-1', organisations: ['', 'Ours'] });
    const claims = { username: as, 'cognito:groups': `[${group}]` };
    const event = anEvent('POST /api/calls/permission', { body: JSON.stringify(body), claims });
    const { statusCode, body: text = '' } = await answer(event, routes(desk), 'cognito:groups', (fault) => {
      throw fault;
    });
    return { status: statusCode, body: JSON.parse(text) };
  }
  async function permitsOf(agentArn: string) {
    const query = { TableName: 'Interactions', KeyConditionExpression: 'pk = :pk', ConsistentRead: true };
    const values = { ':pk': `calls-out#${agentArn}` };
    return (await tables.documents.send(new QueryCommand({ ...query, ExpressionAttributeValues: values }))).Items ?? [];
  }

  it('is given for two minutes and kept with who is meant', async () => {
    const at = '2026-11-20T15:00:00.000Z';
    const { status, body } = await ask({ number: '(212) 555-0123' }, { at });
    expect(status).toBe(200);
    expect(body).toEqual({
      permitted: true,
      permit: 'p-1',
      until: '2026-11-20T15:02:00.000Z',
      recorded: true,
      dial: '+12125550123',
      display: '(212) 555-0123',
      localTime: '10:00',
      timeZone: 'America/New_York',
    });
    expect((await permitsOf(ned.arn)).find(({ sk }) => sk.startsWith(at))).toMatchObject({
      sk: `${at}#permit#p-1`,
      permit: { agentArn: ned.arn, by: 'ned', number: '+12125550123', outcome: 'one-person', personId: 'amy' },
      expires: Date.parse(at) / 1000 + 30 * 86_400,
    });
  });

  it('is for whom a record went into that an open page still shows', async () => {
    const at = '2026-11-20T15:10:00.000Z';
    expect((await ask({ number: '+12125550123', personId: 'amy-twice' }, { at })).body.permitted).toBe(true);
    expect((await permitsOf(ned.arn)).find(({ sk }) => sk.startsWith(at))?.permit.personId).toBe('amy');
  });

  it.each<[string, object, object]>([
    [
      'whose record went into that of somebody who must not be called',
      { number: '+12125550155', personId: 'dora-twice' },
      { reason: 'do-not-call' },
    ],
    ['somebody who must not be called', { number: '+12125550144' }, { reason: 'do-not-call', mayOverride: false }],
    [
      'whose owner must not be called, though somebody else is meant',
      { number: '+12125550144', personId: 'amy' },
      { reason: 'do-not-call' },
    ],
    [
      'a person who must not be called, at whatever number',
      { number: '+12125550123', personId: 'dee' },
      { reason: 'do-not-call' },
    ],
    ['a line of which one among hundreds must not be called', { number: '+12125550100' }, { reason: 'do-not-call' }],
    [
      'where it is night',
      { number: '+13105550123' },
      {
        reason: 'outside-hours',
        localTime: '06:30',
        timeZone: 'America/Los_Angeles',
        opensAt: '2026-11-20T16:00:00.000Z',
      },
    ],
    ['what is no number', { number: 'amy' }, { reason: 'not-dialable', mayOverride: false, display: 'amy' }],
    ['an emergency number', { number: '911' }, { reason: 'not-dialable', display: '911' }],
  ])('is refused for %s, in words and without a trace', async (_what, body, refusal) => {
    const before = await permitsOf(ned.arn);
    const said = await ask(body);
    expect(said).toMatchObject({ status: 200, body: { permitted: false, ...refusal } });
    expect(await permitsOf(ned.arn)).toEqual(before);
  });

  it('tells a supervisor that they may override, and records it with the reason when they do', async () => {
    const as = { as: 'sue', group: 'agent supervisor' };
    expect((await ask({ number: '+12125550144' }, as)).body).toMatchObject({
      reason: 'do-not-call',
      mayOverride: true,
    });
    const asked = { number: '+12125550144', override: { reason: 'She asked for this call' } };
    expect((await ask(asked, as)).body).toMatchObject({ permitted: true });
    expect((await permitsOf(sue.arn)).map(({ permit }) => permit.override)).toEqual([
      { refusal: 'do-not-call', reason: 'She asked for this call' },
    ]);
  });

  it('is no override when nothing stood against the call', async () => {
    const at = '2026-11-20T16:00:00.000Z';
    await ask({ number: '+12125550123', override: { reason: 'Just in case' } }, { as: 'sue', group: 'supervisor', at });
    const kept = (await permitsOf(sue.arn)).find(({ sk }) => sk.startsWith(at));
    expect(kept?.permit).toMatchObject({ personId: 'amy' });
    expect(kept?.permit.override).toBeUndefined();
  });

  it.each<[string, object, object, number, string]>([
    [
      'an agent overrides',
      { number: '+12125550144', override: { reason: 'I want to' } },
      {},
      403,
      'Only supervisors may',
    ],
    [
      'an override has no reason',
      { number: '+12125550144', override: { reason: ' ' } },
      { group: 'admin' },
      400,
      'override.reason must not be empty',
    ],
    ['the phone system has no such agent', { number: '+12125550123' }, { as: 'eve' }, 403, 'no agent eve'],
    ['there is no such person', { number: '+12125550123', personId: 'nobody' }, {}, 404, 'no such person'],
    ['the person is of another organisation', { number: '+12125550166', personId: 'max' }, {}, 403, 'does not serve'],
    ['the body says more than is known', { number: '+12125550123', permit: 'p' }, {}, 400, 'is not known: "permit"'],
  ])('is an error when %s', async (_when, body, who, status, message) => {
    const before = await Promise.all([permitsOf(ned.arn), permitsOf(sue.arn)]);
    const said = await ask(body, who);
    expect(said.status).toBe(status);
    expect(said.body.message).toContain(message);
    expect(await Promise.all([permitsOf(ned.arn), permitsOf(sue.arn)])).toEqual(before);
  });

  it('names nobody for a number that several people have, unless the agent means one of them', async () => {
    await ask({ number: '+12125550155' }, { at: '2026-11-20T17:00:00.000Z' });
    await ask({ number: '+12125550155', personId: 'lou' }, { at: '2026-11-20T17:01:00.000Z' });
    const kept = (await permitsOf(ned.arn)).filter(({ sk }) => sk.startsWith('2026-11-20T17:0'));
    expect(kept.map(({ permit }) => [permit.outcome, permit.personId])).toEqual([
      ['several-people', undefined],
      ['one-person', 'lou'],
    ]);
  });

  it('judges a number of no place by the desk’s own clock, and says no time there', async () => {
    const early = await ask({ number: '+18005550177' }, { at: '2026-11-20T12:00:00.000Z' });
    expect(early.body).toMatchObject({
      permitted: false,
      reason: 'outside-hours',
      opensAt: '2026-11-20T13:00:00.000Z',
    });
    const { body } = await ask({ number: '+18005550177' }, { at: '2026-11-20T18:00:00.000Z' });
    expect(body).toMatchObject({ permitted: true });
    expect(Object.keys(body)).not.toContain('localTime');
  });
});
