import { personItems, requestItems } from '../../domain/directory/items.ts';
import type { Desk } from '../desk-types.ts';
import { sampleAgents } from './agents.ts';
import { samplePeople } from './people.ts';
import { sampleRequests } from './requests.ts';

export { sampleAgents } from './agents.ts';
/** Whose numbers the caller's page offers: name and number as it would be delivered. */
export { callersOf } from './callers.ts';

/**
 * Fills a desk for a first look: agents in Connect, sign-ins of the same names, people and their requests. People
 * and requests are put into an empty directory only: what was changed by hand stays as it is.
 */
export async function loadSample(desk: Desk): Promise<void> {
  for (const { username, firstName, lastName, role, routingProfile } of sampleAgents) {
    desk.connect.addAgent({
      username,
      firstName,
      lastName,
      routingProfile,
      securityProfile: role === 'supervisor' ? 'Deskline supervisor' : 'Deskline agent',
    });
    desk.addSignIn({
      username,
      name: `${firstName} ${lastName}`,
      groups: role === 'supervisor' ? ['agent', role] : [role],
    });
  }
  if (!(await desk.isEmpty('Directory'))) return;
  const requests = sampleRequests(desk.clock.now());
  await desk.putItems('Directory', [
    ...samplePeople.flatMap((person) => personItems(person).items.map((item) => ({ ...item }))),
    ...requests.flatMap((request) => requestItems(request).map((item) => ({ ...item }))),
  ]);
}
