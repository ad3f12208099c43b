import { createHash } from 'node:crypto';
import { decide } from './evaluate.ts';
import type { Ask, PolicyDocument } from './types.ts';

/** A role of the template with all policies that are attached to it. */
export interface Role {
  name: string;
  arn: string;
  /** Made up, and the same for the same role: by it the gateway knows who calls. */
  accessKey: string;
  documents: PolicyDocument[];
}

export interface Roles {
  add(name: string, arn: string, documents: PolicyDocument[]): Role;
  /** Throws when the template has no such role. */
  attach(roleName: string, document: PolicyDocument): void;
  all(): Role[];
  byArn(arn: string): Role | undefined;
  byAccessKey(accessKey: string): Role | undefined;
}

export function createRoles(): Roles {
  const roles = new Map<string, Role>();
  const find = (test: (role: Role) => boolean) => [...roles.values()].find(test);
  return {
    add(name, arn, documents) {
      const accessKey = `ASIA${createHash('sha256').update(arn).digest('hex').slice(0, 16).toUpperCase()}`;
      const role = { name, arn, accessKey, documents: [...documents] };
      roles.set(name, role);
      return role;
    },
    attach(roleName, document) {
      const role = roles.get(roleName);
      if (!role) throw new Error(`a policy names the role ${roleName}, which the template does not have`);
      role.documents.push(document);
    },
    all: () => [...roles.values()],
    byArn: (arn) => find((role) => role.arn === arn),
    byAccessKey: (accessKey) => find((role) => role.accessKey === accessKey),
  };
}

/**
 * Why the role may not do one of these things, in AWS's words; undefined when it may do all of them. `session` is the
 * role session's name, which Lambda makes from the function's.
 */
export function refusal(role: Role, session: string, asks: Ask[]): string | undefined {
  for (const ask of asks) {
    const decision = decide(role.documents, ask);
    if (decision === 'allowed') continue;
    const why =
      decision === 'denied'
        ? `with an explicit deny in an identity-based policy`
        : `because no identity-based policy allows the ${ask.action} action`;
    const user = `${role.arn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${session}`;
    return `User: ${user} is not authorized to perform: ${ask.action} on resource: ${ask.resource} ${why}`;
  }
  return undefined;
}
