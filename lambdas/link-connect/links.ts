import * as z from 'zod/mini';
import type { Link } from '../shared/ports.ts';

const arn = z.string().check(z.regex(/^arn:/));

/** What the template says; CloudFormation adds `ServiceToken` and others, which are ignored. */
export const linkProperties = z.object({
  InstanceArn: arn,
  PhoneNumberArn: z.optional(arn),
  ContactFlowArn: z.optional(arn),
  Queues: z.array(z.object({ QueueArn: arn, QuickConnectArns: z.array(arn) })),
});
export type LinkProperties = z.infer<typeof linkProperties>;

/** Only what is complete is a link: a number without a flow, or a queue without quick connects, is none. */
export function linksIn(properties: LinkProperties): Link[] {
  const { InstanceArn: instance, PhoneNumberArn: phoneNumber, ContactFlowArn: flow, Queues } = properties;
  const numbers: Link[] = phoneNumber && flow ? [{ kind: 'number-to-flow', instance, phoneNumber, flow }] : [];
  const queues = Queues.filter(({ QuickConnectArns }) => QuickConnectArns.length > 0).map(
    ({ QueueArn: queue, QuickConnectArns: quickConnects }): Link => ({
      kind: 'queue-to-quick-connects',
      instance,
      queue,
      quickConnects,
    }),
  );
  return [...numbers, ...queues];
}

/**
 * Links that were there before and are not wanted any more. A number that gets another flow is not among them: linking
 * it anew replaces the flow without a moment in which callers reach none.
 */
export function goneLinks(before: Link[], wanted: Link[]): Link[] {
  return before.flatMap((link): Link[] => {
    const same = wanted.find((other) => placeOf(other) === placeOf(link));
    if (!same || link.kind === 'number-to-flow' || same.kind === 'number-to-flow') return same ? [] : [link];
    const quickConnects = link.quickConnects.filter((one) => !same.quickConnects.includes(one));
    return quickConnects.length > 0 ? [{ ...link, quickConnects }] : [];
  });
}

const placeOf = (link: Link): string =>
  `${link.instance} ${link.kind} ${link.kind === 'number-to-flow' ? link.phoneNumber : link.queue}`;
