import * as z from 'zod/mini';
import type { Links } from '../shared/ports.ts';
import { goneLinks, linkProperties, linksIn } from './links.ts';

/** CloudFormation's request to a custom resource, as far as we read it. */
export const resourceRequest = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.optional(z.string()),
  ResourceProperties: z.unknown(),
  OldResourceProperties: z.optional(z.unknown()),
});
export type ResourceRequest = z.infer<typeof resourceRequest>;

/**
 * Brings the instance to what the request asks; doing it again changes nothing. What is gone is taken away before what
 * is wanted is linked.
 *
 * @throws Error that names what is wrong with the properties, or Connect's own.
 */
export async function change(request: ResourceRequest, links: Links): Promise<void> {
  const given = linkProperties.safeParse(request.ResourceProperties);
  if (request.RequestType === 'Delete') {
    // A creation that failed over bad properties linked nothing; its roll-back must not fail over them again.
    if (given.success) for (const link of linksIn(given.data)) await links.disconnect(link);
    return;
  }
  if (!given.success) {
    const at = given.error.issues[0]?.path.join('.');
    throw new Error(`The properties of ${request.LogicalResourceId} are wrong at ${at || 'the top'}: expected ARNs.`);
  }
  const wanted = linksIn(given.data);
  const before = linkProperties.safeParse(request.OldResourceProperties);
  for (const link of goneLinks(before.success ? linksIn(before.data) : [], wanted)) await links.disconnect(link);
  for (const link of wanted) await links.connect(link);
}
