import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agentItems, personItems, queueItems } from '../../../domain/directory/items.ts';
import type { Interaction } from '../../../domain/interaction/types.ts';
import { routes } from '../../../lambdas/desk-api/routes.ts';
import { answer } from '../../../lambdas/shared/http.ts';
import type { Interactions } from '../../../lambdas/shared/ports.ts';
import { startTables } from '../shared/tables.ts';
import { aDesk } from './a-desk.ts';
import { anEvent } from './http-event.ts';

const arn = 'arn:aws:connect:r:1:instance/i';
const ned = { arn: `${arn}/agent/ned`, username: 'ned', name: 'Ned Marsh', role: 'agent' as const };
const desk = { arn: `${arn}/queue/desk`, name: 'Service desk' };
const call: Interaction = {
  id: 'call-1',
  state: 'Work in Progress',
  direction: 'inbound',
  history: [{ state: 'New', at: '2026-11-20T09:00:00.000Z' }],
  callerNumber: '+12125550123',
  dialledNumber: '+18005550100',
  caller: { outcome: 'one-person', personId: 'amy', personName: 'Amy Lindqvist' },
  startedAt: '2026-11-20T09:00:00.000Z',
  agentArn: ned.arn,
  queueArn: desk.arn,
  legs: [{ contactId: 'call-1', agentArn: ned.arn, queueArn: `${arn}/queue/other` }],
};

describe('the desk’s API', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let started: string[];
  let starting: () => Promise<void>;
  let listed: unknown[][];
  let noted: unknown[][];
  let troubles: string[];

  /** Records what was asked; the record of calls itself has its own tests. */
  const interactions: Interactions = {
    addFact: async () => undefined,
    refresh: async () => undefined,
    read: async (id) =>
      id === call.id
        ? { interaction: call, facts: [], notes: [{ id: 'n', at: 't', by: 'ned', text: 'hi' }] }
        : undefined,
    list: async (...asked) => {
      listed.push(asked);
      return { items: [call], next: 'more' };
    },
    addNote: async (...asked) => {
      noted.push(asked);
    },
  };

  beforeAll(async () => {
    tables = await startTables();
    const phones = [{ label: 'mobile' as const, number: '+1 212 555 0123' }];
    await tables.put([
      ...personItems({ id: 'amy', name: 'Amy Lindqvist', active: true, version: 1, region: 'US', phones }).items,
      ...agentItems(ned),
      ...queueItems(desk),
    ]);
  });
  afterAll(() => tables.stop());
  beforeEach(() => {
    started = [];
    listed = [];
    noted = [];
    troubles = [];
    starting = async () => undefined;
  });

  async function ask(...event: Parameters<typeof anEvent>) {
    const desk = aDesk(tables, {
      interactions,
      functions: {
        start: async (name) => {
          started.push(name);
          await starting();
        },
      },
      clock: { now: () => new Date('2026-11-20T10:00:00.000Z') },
      newId: () => 'id-1',
      onTrouble: (message) => troubles.push(message),
    });
    const table = routes(desk);
    const result = await answer(anEvent(...event), table, 'cognito:groups', (fault) => {
      throw fault;
    });
    return { status: result.statusCode, body: JSON.parse(result.body ?? '') };
  }

  it('tells an agent who they are', async () => {
    const { body } = await ask('GET /api/me');
    expect(body).toEqual({ username: 'ned', name: 'Ned Marsh', roles: ['agent'], agentArn: ned.arn });
    expect(started).toEqual([]);
  });

  it('asks for a copy of the agents when somebody is not known yet, and answers all the same', async () => {
    starting = () => Promise.reject(new Error('throttled'));
    const { status, body } = await ask('GET /api/me', { claims: { username: 'beth', 'cognito:groups': '[agent]' } });
    expect([status, body]).toEqual([200, { username: 'beth', name: 'beth', roles: ['agent'] }]);
    expect(started).toEqual(['sync-agents']);
    expect(troubles).toHaveLength(1);
  });

  it('finds people by a number, with the number as it is shown', async () => {
    const { body } = await ask('GET /api/people', { query: { telephone: '(212) 555-0123' } });
    expect(body).toMatchObject({
      outcome: 'one-person',
      more: false,
      number: { display: '(212) 555-0123', dial: '+12125550123' },
      people: [
        {
          id: 'amy',
          certainty: 'yes',
          name: 'Amy Lindqvist',
          active: true,
          version: 1,
          region: 'US',
          phones: [{ label: 'mobile', display: '(212) 555-0123', dial: '+12125550123' }],
        },
      ],
    });
  });

  it.each([
    ['anonymous', { outcome: 'withheld', people: [], more: false }],
    ['7000', { outcome: 'short-code', number: { display: '7000' }, people: [], more: false }],
    [
      '+442079460123',
      { outcome: 'unknown', number: { display: '+44 20 7946 0123', dial: '+442079460123' }, people: [], more: false },
    ],
  ])('names what a telephone parameter is when it finds nobody: %s', async (telephone, expected) => {
    expect((await ask('GET /api/people', { query: { telephone } })).body).toEqual(expected);
  });

  it('opens a request for a person, and shows it by its number and with the person', async () => {
    const body = JSON.stringify({
      personId: 'amy',
      subject: ' Printer ',
      description: 'It smokes.',
      interactionId: 'call-1',
    });
    const made = await ask('POST /api/requests', { body });
    expect(made).toMatchObject({
      status: 201,
      body: {
        number: expect.stringMatching(/^RQ-\d{6}$/),
        subject: 'Printer',
        status: 'open',
        priority: 'normal',
        assignedTo: 'ned',
        openedAt: '2026-11-20T10:00:00.000Z',
      },
    });
    expect((await ask(`GET /api/requests/${made.body.number}`)).body).toEqual({
      ...made.body,
      personName: 'Amy Lindqvist',
      notes: [],
    });
    const page = await ask('GET /api/people/amy');
    expect(page.body.open).toEqual([expect.objectContaining({ number: made.body.number, subject: 'Printer' })]);
    expect(page.body.person.phones).toMatchObject([
      { label: 'mobile', display: '(212) 555-0123', dial: '+12125550123' },
    ]);
  });

  it('opens a request that is nobody’s yet', async () => {
    const { status, body } = await ask('POST /api/requests', { body: '{"subject":"Who was that?"}' });
    expect([status, body.personId]).toEqual([201, 'none']);
  });

  it.each([
    ['a person', 'GET /api/people/ghost', undefined, 'There is no such person.'],
    ['a request', 'GET /api/requests/RQ-1', undefined, 'There is no request RQ-1.'],
    ['an interaction', 'GET /api/interactions/ghost', undefined, 'There is no such interaction.'],
    [
      'the interaction of a note',
      'POST /api/interactions/ghost/notes',
      '{"text":"a"}',
      'There is no such interaction.',
    ],
    [
      'the person of a new request',
      'POST /api/requests',
      '{"subject":"a","personId":"ghost"}',
      'There is no such person to open a request for.',
    ],
  ])('says so when %s does not exist', async (_, line, body, message) => {
    expect(await ask(line, { body })).toEqual({ status: 404, body: { error: 'not-found', message } });
  });

  it.each([
    ['of a person', { person: 'amy' }, ['byPerson', 'amy', undefined]],
    ['of whoever asks', { agent: 'me' }, ['byAgent', ned.arn, undefined]],
    ['of a day, a later page', { day: '2026-11-20', next: 'mark' }, ['byDay', '2026-11-20', 'mark']],
    ['that are open', { open: 'true' }, ['open', 'open', undefined]],
  ])('lists interactions %s, with names instead of ARNs', async (_, query, asked) => {
    const { body } = await ask('GET /api/interactions', { query });
    expect(listed).toEqual([asked]);
    expect(body).toEqual({
      interactions: [
        {
          id: 'call-1',
          state: 'Work in Progress',
          type: 'Phone',
          direction: 'inbound',
          startedAt: call.startedAt,
          caller: {
            number: { display: '(212) 555-0123', dial: '+12125550123' },
            personId: 'amy',
            personName: 'Amy Lindqvist',
            outcome: 'one-person',
          },
          dialled: { display: '(800) 555-0100', dial: '+18005550100' },
          agentName: 'Ned Marsh',
          queueName: 'Service desk',
        },
      ],
      next: 'more',
    });
  });

  it('lists nothing for somebody who is no agent yet', async () => {
    const claims = { username: 'beth', 'cognito:groups': '[agent]' };
    expect((await ask('GET /api/interactions', { query: { agent: 'me' }, claims })).body).toEqual({ interactions: [] });
  });

  it.each([
    ['nothing is asked for', {}],
    ['two things are asked for', { person: 'amy', open: 'true' }],
    ['another agent is asked for', { agent: 'beth' }],
    ['the day is no day', { day: 'today' }],
    ['open is not true', { open: '1' }],
    ['the person is endless', { person: 'x'.repeat(300) }],
  ])('refuses to list when %s', async (_, query) => {
    expect(await ask('GET /api/interactions', { query })).toMatchObject({ status: 400, body: { error: 'invalid' } });
  });

  it('shows one interaction with its legs, history and notes; an ARN that nobody knows has no name', async () => {
    const { body } = await ask('GET /api/interactions/call-1');
    expect(body.legs).toEqual([{ ...call.legs[0], agentName: 'Ned Marsh' }]);
    expect([body.history, body.notes]).toEqual([call.history, [{ id: 'n', at: 't', by: 'ned', text: 'hi' }]]);
  });

  it.each(['GET /api/people/', 'GET /api/requests/', 'GET /api/interactions/'])(
    'refuses an id without end: %s',
    async (path) => {
      expect(await ask(path + 'x'.repeat(3_000))).toMatchObject({ status: 400, body: { error: 'invalid' } });
    },
  );

  it('adds a note in the name of whoever writes it', async () => {
    const note = { id: 'id-1', at: '2026-11-20T10:00:00.000Z', by: 'ned', text: 'called back' };
    const { status, body } = await ask('POST /api/interactions/call-1/notes', { body: '{"text":"called back"}' });
    expect([status, body, noted]).toEqual([201, note, [['call-1', note]]]);
  });
});
