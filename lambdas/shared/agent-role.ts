import type { AgentRecord } from '../../domain/directory/types.ts';

/**
 * What somebody is in the contact centre, by the names of their security profiles: Connect's own profiles are `Admin`,
 * `CallCenterManager`, `QualityAnalyst` and `Agent`. Only for display; what somebody may do in the desk is said by the
 * groups in their token.
 */
export function agentRole(securityProfiles: string[]): AgentRecord['role'] {
  if (securityProfiles.some((name) => /admin/i.test(name))) return 'admin';
  if (securityProfiles.some((name) => /supervisor|manager/i.test(name))) return 'supervisor';
  return 'agent';
}
