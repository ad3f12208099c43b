import type { RequestStatus } from './types.ts';

/**
 * Which status may follow which.
 *
 *     open ◀──▶ in progress ◀──▶ on hold      each of the three may become any other of them
 *        └───────────┬──────────────┘
 *                    ▼
 *                resolved ──▶ closed ──▶ open  a resolved one may also go back to open or in progress
 */
export const statusAfter: Record<RequestStatus, readonly RequestStatus[]> = {
  open: ['in progress', 'on hold', 'resolved'],
  'in progress': ['open', 'on hold', 'resolved'],
  'on hold': ['open', 'in progress', 'resolved'],
  resolved: ['closed', 'open', 'in progress'],
  closed: ['open'],
};

export const isOpen = ({ status }: { status: RequestStatus }): boolean => status !== 'resolved' && status !== 'closed';
