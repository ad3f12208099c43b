import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editRequest } from '../../../domain/directory/request-edit.ts';
import { statusAfter } from '../../../domain/directory/request-status.ts';
import { requestView, requestViews, shows } from '../../../domain/directory/request-views.ts';
import { requestStatuses, type ServiceRequest } from '../../../domain/directory/types.ts';

const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 9, 0, second)).toISOString();
const aRequest = (over: Partial<ServiceRequest> = {}): ServiceRequest => ({
  number: 'RQ-1',
  personId: 'amy',
  subject: 'Printer',
  description: 'It smokes.',
  status: 'open',
  priority: 'normal',
  assignedTo: 'ned',
  openedAt: at(0),
  updatedAt: at(0),
  ...over,
});

describe('an edit of a request', () => {
  it('changes what it names and nothing else', () => {
    const { personId, ...rest } = aRequest();
    expect(editRequest(aRequest(), { personId: 'bo', priority: 'urgent' }, at(5))).toEqual({
      kind: 'changed',
      request: { ...rest, personId: 'bo', priority: 'urgent', updatedAt: at(5) },
    });
    expect(personId).toBe('amy');
  });

  it('takes away what it empties', () => {
    const edited = editRequest(aRequest(), { description: '', assignedTo: '' }, at(5));
    expect(edited.kind === 'changed' && Object.keys(edited.request)).not.toContain('description');
    expect(edited.kind === 'changed' && edited.request.assignedTo).toBeUndefined();
  });

  it('that changes nothing stores nothing', () => {
    expect(editRequest(aRequest(), { subject: 'Printer', status: 'open', category: '' }, at(5))).toEqual({
      kind: 'unchanged',
    });
  });

  it('always makes a later version, also while clocks stand still or go back', () => {
    const edited = editRequest(aRequest({ updatedAt: at(10) }), { priority: 'high' }, at(5));
    expect(edited).toMatchObject({ request: { updatedAt: '2026-11-20T09:00:10.001Z' } });
  });

  it('moves only along the table of states, and says what is possible', () => {
    fc.assert(
      fc.property(fc.constantFrom(...requestStatuses), fc.constantFrom(...requestStatuses), (from, to) => {
        const { kind } = editRequest(aRequest({ status: from }), { status: to }, at(5));
        const possible = statusAfter[from].includes(to);
        expect(kind).toBe(from === to ? 'unchanged' : possible ? 'changed' : 'refused');
      }),
    );
    expect(editRequest(aRequest({ status: 'closed' }), { status: 'resolved' }, at(5))).toMatchObject({
      reason: 'A request that is closed cannot become resolved; possible: open.',
    });
  });

  it('can reach every state from every other', () => {
    for (const from of requestStatuses) {
      const reached = new Set([from]);
      for (const status of reached) for (const next of statusAfter[status]) reached.add(next);
      expect([...reached].sort()).toEqual([...requestStatuses].sort());
    }
  });
});

describe('the views of a request', () => {
  it('are a fixed list, and any other name is the default', () => {
    expect(Object.keys(requestViews)).toEqual(['default', 'phone-call', 'ess']);
    const names = ['ess', 'ESS', '', undefined, '__proto__', 'constructor', '<b>'];
    expect(names.map(requestView)).toEqual(['ess', ...Array.from({ length: 6 }, () => 'default')]);
  });

  it('show the requester nothing that is for agents only', () => {
    expect(shows('ess', 'notes') || shows('ess', 'assigned') || shows('ess', 'call')).toBe(false);
  });
});
