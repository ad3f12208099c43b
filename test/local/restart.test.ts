import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { InteractionList, PersonPage } from '../../domain/api.ts';
import { runUntil } from '../../local/connect/clock.ts';
import { type Desk, startDesk } from '../../local/desk.ts';
import { loadSample } from '../../local/sample/index.ts';

let dataFolder: string;
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'deskline-data-'));
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

const start = () =>
  startDesk({
    ...{ assembly: inject('assembly'), deskPort: 0, instancePort: 0, clock: 'free', dataFolder },
    sample: loadSample,
  });

async function get<T>(desk: Desk, path: string): Promise<T> {
  const answer = await fetch(desk.deskUrl + path, { headers: { authorization: await desk.token('ned') } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

it('keeps people and records over a restart: nothing twice, no call open for ever', async () => {
  const first = await start();
  const before = await get<PersonPage>(first, '/api/people/sample-amy');
  const [number = ''] = first.connect.numbers();
  const call = first.connect.dial({ from: '+12125550123', to: number });
  await runUntil(first, first.clock, () => call.phase === 'queue');
  await first.stop();

  const second = await start();
  try {
    const after = await get<PersonPage>(second, '/api/people/sample-amy');
    expect(after.open.map((request) => request.number)).toEqual(before.open.map((request) => request.number));
    const { interactions } = await get<InteractionList>(second, '/api/interactions?person=sample-amy');
    expect(interactions.map(({ id, state }) => ({ id, state }))).toEqual([
      { id: call.contactId, state: 'Closed Abandoned' },
    ]);
  } finally {
    await second.stop();
  }
});
