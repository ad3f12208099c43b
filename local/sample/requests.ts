import type { ServiceRequest } from '../../domain/directory/types.ts';

const hour = 3_600_000;

/**
 * Some requests of the sample people, dated back from `now` (epoch ms) so that the desk looks like a working day
 * whenever it is started.
 */
export function sampleRequests(now: number): ServiceRequest[] {
  const request = (
    number: string,
    person: string,
    hoursAgo: number,
    subject: string,
    more: Partial<ServiceRequest> = {},
  ): ServiceRequest => ({
    number,
    personId: `sample-${person}`,
    subject,
    status: 'open',
    priority: 'normal',
    openedAt: new Date(now - hoursAgo * hour).toISOString(),
    updatedAt: new Date(now - hoursAgo * hour * 0.5).toISOString(),
    ...more,
  });
  return [
    request('RQ-10041', 'amy', 3, 'Card reader at till 2 drops its connection', {
      priority: 'high',
      assignedTo: 'ned',
    }),
    request('RQ-10036', 'amy', 29, 'Invoice of October shows the wrong VAT', {
      status: 'in progress',
      assignedTo: 'beth',
    }),
    request('RQ-09988', 'amy', 420, 'New user for the stock system', { status: 'closed' }),
    request('RQ-09917', 'amy', 900, 'Receipt printer out of order', { status: 'resolved' }),
    request('RQ-10044', 'omar', 1, 'Cannot sign in since the password change', { priority: 'urgent' }),
    request('RQ-10012', 'leila', 50, 'Scanner for the second office', { status: 'on hold' }),
    request('RQ-10039', 'grace', 8, 'Delivery labels print twice', { assignedTo: 'ned' }),
    request('RQ-10003', 'jonas', 120, 'VPN slow in the afternoon', { status: 'in progress', assignedTo: 'beth' }),
    request('RQ-09871', 'camille', 1300, 'Move to the new mailbox', { status: 'closed' }),
    request('RQ-10040', 'priya', 5, 'Headset not recognised', { priority: 'low' }),
  ];
}
