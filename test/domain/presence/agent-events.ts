import type { AgentContact } from '../../../domain/presence/agent-event.ts';

export const instanceArn = 'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555';
export const nedArn = `${instanceArn}/agent/ned`;

/** Some second of a morning. */
export const at = (second: number): string => new Date(Date.UTC(2026, 10, 20, 9, 0, second)).toISOString();

export interface Told {
  type?: string;
  second?: number;
  id?: string;
  agent?: string;
  username?: string | null;
  /** Name, Connect's type, and the second since when. */
  status?: [name: string, type: string, since: number];
  contacts?: Partial<AgentContact>[];
}

/** A record of the stream as Connect documents it, with what we do not read. */
export function agentEvent({ type = 'STATE_CHANGE', second = 0, id, agent, username = 'ned', ...told }: Told = {}) {
  const [Name, Type, since] = told.status ?? ['Available', 'ROUTABLE', -60];
  const Configuration = {
    FirstName: 'Ned',
    LastName: 'Marsh',
    ...(username !== null && { Username: username }),
    AgentHierarchyGroups: null,
    RoutingProfile: { ARN: `${instanceArn}/routing-profile/r`, Name: 'Deskline desk', Concurrency: [] },
  };
  const snapshot = {
    AgentStatus: { ARN: `${instanceArn}/agent-state/${Name}`, Name, StartTimestamp: at(since), Type },
    NextAgentStatus: null,
    Configuration,
    Contacts: told.contacts ?? [],
  };
  return {
    AWSAccountId: '123456789012',
    AgentARN: agent ?? nedArn,
    InstanceARN: instanceArn,
    EventId: id ?? `event-${second}`,
    EventTimestamp: at(second),
    EventType: type,
    Version: '2017-10-01',
    CurrentAgentSnapshot: snapshot as typeof snapshot | null,
    PreviousAgentSnapshot: null as { Configuration: typeof Configuration } | null,
  };
}

/** A call in a state since a second; `talking` is when the agent had it. */
export const call = (
  State: string,
  since: number,
  { talking, method = 'INBOUND', channel = 'VOICE' }: { talking?: number; method?: string; channel?: string } = {},
): Partial<AgentContact> => ({
  Channel: channel,
  InitiationMethod: method,
  State,
  StateStartTimestamp: at(since),
  ConnectedToAgentTimestamp: talking === undefined ? null : at(talking),
});
