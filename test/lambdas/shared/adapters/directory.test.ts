import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personItems, requestItems } from '../../../../domain/directory/items.ts';
import type { Person, ServiceRequest } from '../../../../domain/directory/types.ts';
import { directoryOn } from '../../../../lambdas/shared/adapters/directory.ts';
import { UnknownPage } from '../../../../lambdas/shared/page.ts';
import { startTables } from '../tables.ts';

const aPerson = (over: Partial<Person>): Person => ({
  id: 'amy',
  name: 'Amy Lindqvist',
  active: true,
  version: 1,
  region: 'US',
  ...over,
});
const aRequest = (over: Partial<ServiceRequest>): ServiceRequest => ({
  number: 'RQ-1',
  personId: 'amy',
  subject: 'Printer',
  status: 'open',
  priority: 'normal',
  openedAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
  ...over,
});
const minute = (n: number) => new Date(Date.parse('2026-11-20T09:00:00.000Z') + n * 60_000).toISOString();
const ned = { arn: 'arn:aws:connect:r:1:instance/i/agent/ned', username: 'ned', name: 'Ned', role: 'agent' as const };

describe('the directory in its table', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let directory: ReturnType<typeof directoryOn>;

  beforeAll(async () => {
    tables = await startTables();
    directory = directoryOn(tables.documents, 'Directory');
  });
  afterAll(() => tables.stop());

  it('reads a person with all open requests and a page of previous ones with one query', async () => {
    await tables.put(personItems(aPerson({})).items);
    for (let n = 0; n < 70; n += 1) {
      const status = n % 10 === 0 ? 'open' : 'closed';
      await tables.put(requestItems(aRequest({ number: `RQ-${n}`, status, openedAt: minute(n) })));
    }
    let found: Awaited<ReturnType<typeof directory.personWithRequests>>;
    const asked = await tables.asking(async () => {
      found = await directory.personWithRequests('amy');
    });
    expect(asked).toEqual(['Query']);
    expect(found?.open.map(({ number }) => number)).toEqual([
      'RQ-60',
      'RQ-50',
      'RQ-40',
      'RQ-30',
      'RQ-20',
      'RQ-10',
      'RQ-0',
    ]);
    expect(found?.previous.items.slice(0, 2).map(({ number }) => number)).toEqual(['RQ-69', 'RQ-68']);

    const later = await directory.personWithRequests('amy', found?.previous.next);
    expect(later?.open).toHaveLength(7);
    expect(later?.previous.next).toBeUndefined();
    const all = [...(found?.previous.items ?? []), ...(later?.previous.items ?? [])].map(({ number }) => number);
    expect(new Set(all).size).toBe(63);
  });

  it('reads all open requests even when there are more than a page', async () => {
    await tables.put(personItems(aPerson({ id: 'busy' })).items);
    for (let n = 0; n < 60; n += 1) {
      await tables.put(requestItems(aRequest({ number: `RQ-B${n}`, personId: 'busy', openedAt: minute(n) })));
    }
    const found = await directory.personWithRequests('busy');
    expect([found?.open.length, found?.previous.items.length, found?.previous.next]).toEqual([60, 0, undefined]);
  });

  it.each([
    '%%%',
    'bm90IGpzb24',
    Buffer.from('"0#profile"').toString('base64url'),
    Buffer.from('{"sk":1}').toString('base64url'),
  ])('refuses a page mark that no list handed out: %s', async (next) => {
    await expect(directory.personWithRequests('amy', next)).rejects.toThrow(UnknownPage);
  });

  it('knows no person of another id', async () => {
    expect(await directory.personWithRequests('nobody-here')).toBeUndefined();
  });

  it('adds a request under its number and under its person', async () => {
    await tables.put(personItems(aPerson({ id: 'dee' })).items);
    const request = aRequest({ number: 'RQ-200001', personId: 'dee', description: 'It smokes.' });
    expect(await directory.addRequest(request)).toBe('added');
    expect(await directory.request('rq-200001 ')).toEqual(request);
    expect((await directory.personWithRequests('dee'))?.open.map(({ number }) => number)).toEqual(['RQ-200001']);
  });

  it('adds a request that is nobody’s yet', async () => {
    expect(await directory.addRequest(aRequest({ number: 'RQ-200002', personId: 'none' }))).toBe('added');
  });

  it('gives a number to one request only, whoever asks at the same time', async () => {
    await tables.put(personItems(aPerson({ id: 'eve' })).items);
    const same = Array.from({ length: 8 }, (_, n) =>
      directory.addRequest(aRequest({ number: 'RQ-200003', personId: 'eve', subject: `attempt ${n}` })),
    );
    const outcomes = await Promise.all(same);
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
    expect((await directory.personWithRequests('eve'))?.open).toHaveLength(1);
  });

  it('adds no request for a person who does not exist', async () => {
    expect(await directory.addRequest(aRequest({ number: 'RQ-200004', personId: 'ghost' }))).toBe('no-such-person');
    expect(await directory.request('RQ-200004')).toBeUndefined();
  });

  it('knows agents by ARN and by user name, and queues, and leaves out what it does not know', async () => {
    const queue = { arn: 'arn:aws:connect:r:1:instance/i/queue/q', name: 'Service desk' };
    await directory.putAgent(ned);
    await directory.putQueue(queue);
    const asked = await tables.asking(async () => {
      const known = await directory.byArn({ agents: [ned.arn, ned.arn, 'arn:other'], queues: [queue.arn] });
      expect(known).toEqual({ agents: [ned], queues: [queue] });
    });
    expect(asked).toEqual(['BatchGetItem']);
    expect(await directory.agentByUsername('NED')).toEqual(ned);
  });

  it('forgets a user name that an agent no longer has, unless it is somebody else’s by now', async () => {
    const { arn } = ned;
    await directory.putAgent({ ...ned, username: 'edward' }, ned);
    expect(await directory.agentByUsername('ned')).toBeUndefined();

    const other = { ...ned, arn: `${arn}-2`, username: 'edward' };
    await directory.putAgent(other);
    await directory.putAgent({ ...ned, username: 'ted' }, { ...ned, username: 'edward' });
    expect((await directory.agentByUsername('edward'))?.arn).toBe(other.arn);
  });
});
