import { describe, expect, it } from 'vitest';
import { busyWithACase, hearWork, type Status, statusFor } from '../../../domain/presence/work.ts';

const now = new Date('2026-11-20T09:00:00Z');
const event = (detail: unknown, over = {}) => ({
  source: 'tickets.example',
  'detail-type': 'Agent Work Changed',
  time: '2026-11-20T08:59:30Z',
  detail,
  ...over,
});

describe('what another system says of work', () => {
  it('is who, with what, by whom and when', () => {
    expect(hearWork(event({ username: ' ned ', busyWith: 'CS-17', more: 1 }), now)).toEqual({
      ok: true,
      username: 'ned',
      work: { busyWith: 'CS-17', by: 'tickets.example', at: '2026-11-20T08:59:30.000Z' },
    });
  });

  it.each([[{}], [{ busyWith: null }], [{ busyWith: ' ' }]])('is an end with %j', (rest) => {
    const heard = hearWork(event({ username: 'ned', ...rest }), now);
    expect(heard.ok && heard.work).not.toHaveProperty('busyWith');
  });

  it('cannot reach into the future, where nothing later would count', () => {
    const heard = hearWork(event({ username: 'ned' }, { time: '2099-01-01T00:00:00Z' }), now);
    expect(heard).toMatchObject({ work: { at: now.toISOString() } });
  });

  it.each<[unknown, string]>([
    [undefined, 'event'],
    [event(undefined), 'detail'],
    [event({ busyWith: 'CS-17' }), 'detail.username'],
    [event({ username: '' }), 'detail.username'],
    [event({ username: 'n'.repeat(101) }), 'detail.username'],
    [event({ username: 'ned', busyWith: 17 }), 'detail.busyWith'],
    [event({ username: 'ned' }, { time: 'soon' }), 'time'],
  ])('is refused by the name of what is wrong: %j', (given, named) => {
    const heard = hearWork(given, now);
    expect(heard.ok ? 'read' : heard.message).toContain(named);
  });
});

describe('the status by what is said of work', () => {
  const free: Status = { arn: 'arn:free', name: 'Available', routable: true };
  const busy: Status = { arn: 'arn:busy', name: busyWithACase, routable: false };
  const statuses = [{ arn: 'arn:lunch', name: 'Lunch', routable: false }, free, busy];
  const works = { by: 'x', at: now.toISOString(), busyWith: 'CS-17' };
  const worksNoMore = { by: 'x', at: now.toISOString() };

  it.each([
    ['works on a case', 'Available', works, { set: busy }],
    ['is said to work already', busyWithACase, works, { leave: 'already-so' }],
    ['chose lunch before', 'Lunch', works, { leave: 'chose-another' }],
    ['is signed out', undefined, works, { leave: 'signed-out' }],
    ['has finished', busyWithACase, worksNoMore, { set: free }],
    ['has finished and is available again', 'Available', worksNoMore, { leave: 'already-so' }],
    ['has finished and chose lunch meanwhile', 'Lunch', worksNoMore, { leave: 'chose-another' }],
    ['has finished and is signed out', undefined, worksNoMore, { leave: 'signed-out' }],
  ])('of an agent who %s', (_, chosen, work, change) => {
    expect(statusFor(work, chosen, statuses)).toEqual(change);
  });

  it('is left where the instance lacks it', () => {
    expect(statusFor(works, 'Available', [free])).toEqual({ leave: 'no-such-status' });
  });
});
