/**
 * The people who work at the sample desk. Agents are made in Connect, not by the stack; here the sample data plays
 * that part. The same user names can sign in at the local issuer.
 */
export const sampleAgents = [
  { username: 'ned', firstName: 'Ned', lastName: 'Marsh', role: 'agent' },
  { username: 'beth', firstName: 'Beth', lastName: 'Alvarez', role: 'agent' },
  { username: 'sue', firstName: 'Sue', lastName: 'Tanaka', role: 'supervisor' },
  { username: 'ivy', firstName: 'Ivy', lastName: 'Novak', role: 'agent' },
  { username: 'raj', firstName: 'Raj', lastName: 'Mehta', role: 'agent' },
] as const;
