import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personItems } from '../../../domain/directory/items.ts';
import type { Desk } from '../../../lambdas/desk-api/ports.ts';
import { routes } from '../../../lambdas/desk-api/routes.ts';
import { identify } from '../../../lambdas/identify-caller/identify.ts';
import { answer } from '../../../lambdas/shared/http.ts';
import { startTables } from '../shared/tables.ts';
import { aDesk } from './a-desk.ts';
import { anEvent } from './http-event.ts';

describe('who the caller is', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let desk: Desk;

  beforeAll(async () => {
    tables = await startTables();
    const phones = [{ label: 'home' as const, number: '(415) 555-0142' }];
    const haddad = { active: true, version: 1, region: 'US', phones };
    await tables.put([
      ...personItems({ id: 'omar', name: 'Omar Haddad', ...haddad, supportId: '4711' }).items,
      ...personItems({ id: 'leila', name: 'Leila Haddad', ...haddad }).items,
      ...personItems({ id: 'gone', name: 'Gone Away', ...haddad, active: false }).items,
      ...personItems({ id: 'kite', name: 'Kit E', active: true, version: 1, organisation: 'Kite' }).items,
    ]);
  });
  afterAll(() => tables.stop());
  beforeEach(() => {
    desk = aDesk(tables);
  });

  async function ask(line: string, over: { body?: object; group?: string; query?: Record<string, string> } = {}) {
    const claims = { username: 'ned', 'cognito:groups': `[${over.group ?? 'agent'}]` };
    const event = anEvent(line, { body: over.body && JSON.stringify(over.body), claims, query: over.query });
    const result = await answer(event, routes(desk), 'cognito:groups', (fault) => {
      throw fault;
    });
    return { status: result.statusCode, body: JSON.parse(result.body ?? '') };
  }

  /** A call that the flow has looked up, once for each number keyed in after the first. */
  async function aCall(callerNumber: string, ...keyed: string[]): Promise<string> {
    const contactId = crypto.randomUUID();
    for (const digits of [undefined, ...keyed]) {
      const contact = { contactId, interactionId: contactId, callerNumber, keyed: digits };
      await identify(contact, { lineRegion: 'US' }, desk);
    }
    return contactId;
  }

  const choices = async (id: string) =>
    (await desk.interactions.read(id))?.facts.filter(({ source }) => source === 'agent') ?? [];

  it('is recorded once when an agent says it, however often', async () => {
    const id = await aCall('+14155550142');
    for (const _ of [1, 2, 3]) {
      const { status, body } = await ask(`POST /api/interactions/${id}/caller`, { body: { personId: 'leila' } });
      expect(status).toBe(200);
      expect(body.caller).toMatchObject({ personId: 'leila', personName: 'Leila Haddad', chosenBy: 'ned' });
    }
    expect(await choices(id)).toHaveLength(1);
  });

  it('is whom the agent said last', async () => {
    const id = await aCall('+14155550142');
    await ask(`POST /api/interactions/${id}/caller`, { body: { personId: 'leila' } });
    await ask(`POST /api/interactions/${id}/caller`, { body: { personId: 'omar' } });
    expect((await ask(`GET /api/interactions/${id}`)).body.caller).toMatchObject({ personId: 'omar' });
    expect(await choices(id)).toHaveLength(2);
  });

  it('stays as it is when it is nobody whom an agent may choose', async () => {
    const id = await aCall('+14155550142');
    const choose = (personId: unknown) => ask(`POST /api/interactions/${id}/caller`, { body: { personId } as object });
    expect((await choose('nobody')).status).toBe(404);
    expect(await choose('gone')).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('not active') },
    });
    expect((await choose('')).status).toBe(400);
    desk.organisations = ['Harbour'];
    expect((await choose('kite')).status).toBe(403);
    expect((await ask('POST /api/interactions/none/caller', { body: { personId: 'omar' } })).status).toBe(404);
    expect(await choices(id)).toEqual([]);
  });

  it('is explained to supervisors: each look-up with its steps, and whom agents chose', async () => {
    const id = await aCall('+14155550142', '555', '4711');
    await ask(`POST /api/interactions/${id}/caller`, { body: { personId: 'leila' } });
    const { status, body } = await ask(`GET /api/interactions/${id}/explanation`, { group: 'supervisor' });
    expect(status).toBe(200);
    expect(body.lookUps).toMatchObject([
      {
        outcome: 'several-people',
        steps: [
          {
            rung: 'telephone',
            readAs: '+14155550142',
            verdict: 'found',
            people: [
              { id: 'gone', leftOut: 'inactive' },
              { id: 'leila', match: { certainty: 'yes', reason: 'equal' } },
              { id: 'omar' },
            ],
          },
        ],
      },
      { keyed: '555', outcome: 'several-people' },
      { keyed: '4711', outcome: 'one-person', steps: [{}, {}, { rung: 'support-id', people: [{ id: 'omar' }] }] },
    ]);
    expect(body.choices).toEqual([
      { at: expect.any(String), by: 'ned', personId: 'leila', personName: 'Leila Haddad' },
    ]);
    expect(body.number).toEqual({ display: '(415) 555-0142', dial: '+14155550142' });
  });

  it('is explained to nobody else', async () => {
    const id = await aCall('+14155550142');
    for (const line of [`GET /api/interactions/${id}/explanation`, 'GET /api/explanation']) {
      expect(await ask(line, { query: { telephone: '1' } })).toMatchObject({
        status: 403,
        body: { error: 'forbidden', message: 'This is for supervisors, and ned is none.' },
      });
    }
  });

  it('is tried out by supervisors without a trace', async () => {
    const asked = await tables.asking(async () => {
      const query = { telephone: '+14155550142', supportID: '4711' };
      const { body } = await ask('GET /api/explanation', { group: 'supervisor', query });
      expect(body.lookUps).toMatchObject([{ outcome: 'one-person', steps: [{ rung: 'support-id' }] }]);
    });
    expect(asked).toEqual(['Query']);
    expect((await ask('GET /api/explanation', { group: 'admin' })).status).toBe(400);
  });

  it('is read as in the country of the line that a supervisor names', async () => {
    const on = async (dialled: string) => {
      const query = { telephone: '4155550142', dialled };
      return ask('GET /api/explanation', { group: 'supervisor', query });
    };
    expect((await on('')).body.lookUps[0].steps[0].readAs).toBe('+14155550142');
    expect((await on('+442079460000')).body.lookUps[0].steps[0].readAs).not.toBe('+14155550142');
    expect(await on('here')).toMatchObject({
      status: 400,
      body: { message: 'dialled is not a number with its country code, such as +12125550100.' },
    });
  });

  it('keeps every choice of agents who chose at once, and takes one of them', async () => {
    const id = await aCall('+14155550142');
    const chosen = ['leila', 'omar'];
    await Promise.all(chosen.map((personId) => ask(`POST /api/interactions/${id}/caller`, { body: { personId } })));
    const { body } = await ask(`GET /api/interactions/${id}/explanation`, { group: 'supervisor' });
    expect(body.choices.map((choice: { personId: string }) => choice.personId).sort()).toEqual(chosen);
    const { caller } = (await ask(`GET /api/interactions/${id}`)).body;
    expect(caller.personId).toBe(body.choices.at(-1).personId);
  });
});
