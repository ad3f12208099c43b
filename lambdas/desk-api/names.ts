import type { Leg, ListedInteraction } from '../../domain/interaction/types.ts';
import type { Directory } from '../shared/ports.ts';

/** Names of the agents and queues that interactions hold as ARNs. */
export interface Names {
  of(parties: { agentArn?: string; queueArn?: string }): { agentName?: string; queueName?: string };
}

/** One batch get for all of them; an ARN that is not known has no name. */
export async function namesIn(
  directory: Pick<Directory, 'byArn'>,
  interactions: (ListedInteraction & { legs?: Leg[] })[],
): Promise<Names> {
  const parties = interactions.flatMap((interaction) => [interaction, ...(interaction.legs ?? [])]);
  const { agents, queues } = await directory.byArn({
    agents: parties.flatMap(({ agentArn }) => agentArn ?? []),
    queues: parties.flatMap(({ queueArn }) => queueArn ?? []),
  });
  const names = new Map([...agents, ...queues].map(({ arn, name }) => [arn, name]));
  return {
    of: ({ agentArn, queueArn }) => ({ agentName: names.get(agentArn ?? ''), queueName: names.get(queueArn ?? '') }),
  };
}
