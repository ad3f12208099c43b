import { createHash } from 'node:crypto';

/** A UUID that is the same for the same name, so that a template gives the same ARNs after each start. */
export function idFrom(name: string): string {
  const hex = createHash('sha256').update(`deskline:${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** How ARNs name each kind of resource below the instance (service authorization reference of Amazon Connect). */
export const arnKinds = {
  agent: 'agent',
  agentStatus: 'agent-state',
  contact: 'contact',
  flow: 'contact-flow',
  hours: 'operating-hours',
  prompt: 'prompt',
  queue: 'queue',
  quickConnect: 'transfer-destination',
  routingProfile: 'routing-profile',
  securityProfile: 'security-profile',
} as const;

export type ArnKind = keyof typeof arnKinds;

export const arnBelow = (instanceArn: string, kind: ArnKind, id: string) => `${instanceArn}/${arnKinds[kind]}/${id}`;

/** The last part of an ARN; an id stays as it is. APIs take either. */
export const idOf = (arnOrId: string) => arnOrId.slice(arnOrId.lastIndexOf('/') + 1);
