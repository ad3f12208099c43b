import type { RequestEdit } from '../api.ts';
import { statusAfter } from './request-status.ts';
import type { ServiceRequest } from './types.ts';

export type Edited =
  | { kind: 'changed'; request: ServiceRequest }
  | { kind: 'unchanged' }
  | { kind: 'refused'; reason: string };

/**
 * A request as an edit leaves it. What the edit does not name stays; an empty text takes a field away.
 *
 * @param at ISO 8601. The request's `updatedAt` always grows, because edits name the version that they were made from by it.
 */
export function editRequest(request: ServiceRequest, edit: Omit<RequestEdit, 'from'>, at: string): Edited {
  const { status } = edit;
  if (status !== undefined && status !== request.status && !statusAfter[request.status].includes(status)) {
    const possible = statusAfter[request.status].join(', ');
    return {
      kind: 'refused',
      reason: `A request that is ${request.status} cannot become ${status}; possible: ${possible}.`,
    };
  }
  const optional = { description: edit.description, category: edit.category, assignedTo: edit.assignedTo };
  const edited: ServiceRequest = {
    ...request,
    personId: edit.personId ?? request.personId,
    subject: edit.subject ?? request.subject,
    status: status ?? request.status,
    priority: edit.priority ?? request.priority,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
  for (const name of ['description', 'category', 'assignedTo'] as const) if (!edited[name]) delete edited[name];
  if (JSON.stringify(sorted(edited)) === JSON.stringify(sorted(request))) return { kind: 'unchanged' };
  return { kind: 'changed', request: { ...edited, updatedAt: later(at, request.updatedAt) } };
}

const sorted = (request: ServiceRequest) => Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1));

const later = (at: string, before: string): string =>
  at > before ? at : new Date(Date.parse(before) + 1).toISOString();
