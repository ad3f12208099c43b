import { type Role, roles } from '../../domain/api.ts';

/**
 * Roles of a token's groups. API Gateway hands every claim over as a string, a list as `[agent supervisor]`; issuers
 * other than Cognito also send one word, or words between commas or blanks. Groups that are no role are ignored.
 */
export function rolesOf(claim: unknown): Role[] {
  const words = (Array.isArray(claim) ? claim.join(' ') : typeof claim === 'string' ? claim : '')
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .map((word) => word.replace(/^"|"$/g, ''));
  return roles.filter((role) => words.includes(role));
}
