import {
  type ConnectClient,
  GetCurrentUserDataCommand,
  PutUserStatusCommand,
  paginateListAgentStatuses,
} from '@aws-sdk/client-connect';
import type { Status } from '../../../domain/presence/work.ts';
import { connectRate, pace } from '../pace.ts';
import type { Statuses } from '../statuses.ts';
import { idIn } from './connect.ts';

/**
 * What agents of the instance have chosen to be. Needs `connect:ListAgentStatuses`, `connect:GetCurrentUserData` and
 * `connect:PutUserStatus`.
 */
export function statusesOn(client: ConnectClient, instanceArn: string, turn = pace(connectRate)): Statuses {
  const InstanceId = idIn(instanceArn);
  return {
    async all() {
      const statuses: Status[] = [];
      await turn('ListAgentStatuses');
      for await (const page of paginateListAgentStatuses({ client }, { InstanceId })) {
        for (const { Arn: arn, Name: name, Type: type } of page.AgentStatusSummaryList ?? []) {
          if (arn && name) statuses.push({ arn, name, routable: type === 'ROUTABLE' });
        }
        if (page.NextToken) await turn('ListAgentStatuses');
      }
      return statuses;
    },

    async chosen(agentArn) {
      await turn('GetCurrentUserData');
      const user = idIn(agentArn);
      const asked = new GetCurrentUserDataCommand({ InstanceId, Filters: { Agents: [user] } });
      const { UserDataList } = await client.send(asked);
      const found = UserDataList?.find(({ User }) => User?.Id === user);
      // During a call the next status is what the agent will be: it may have been chosen already.
      return found?.NextStatus || found?.Status?.StatusName;
    },

    async set(agentArn, { arn }) {
      await turn('PutUserStatus');
      const ids = { UserId: idIn(agentArn), AgentStatusId: idIn(arn) };
      await client.send(new PutUserStatusCommand({ InstanceId, ...ids }));
    },
  };
}
