/**
 * The people who work at the sample desk. Agents are made in Connect, not by the stack; here the sample data plays
 * that part. The same user names can sign in at the local issuer. Three take calls of every queue, two have a queue of
 * their own and help the service desk.
 */
export const sampleAgents = [
  { username: 'ned', firstName: 'Ned', lastName: 'Marsh', role: 'agent', routingProfile: 'Deskline desk' },
  { username: 'beth', firstName: 'Beth', lastName: 'Alvarez', role: 'agent', routingProfile: 'Deskline desk' },
  { username: 'sue', firstName: 'Sue', lastName: 'Tanaka', role: 'supervisor', routingProfile: 'Deskline desk' },
  { username: 'ivy', firstName: 'Ivy', lastName: 'Novak', role: 'agent', routingProfile: 'Deskline billing' },
  { username: 'raj', firstName: 'Raj', lastName: 'Mehta', role: 'agent', routingProfile: 'Deskline network' },
] as const;
