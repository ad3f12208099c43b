import {
  AssociatePhoneNumberContactFlowCommand,
  AssociateQueueQuickConnectsCommand,
  ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
  DisassociateQueueQuickConnectsCommand,
  ListQueuesCommand,
  ListSecurityProfilesCommand,
  ResourceNotFoundException,
  SearchUsersCommand,
  type UserSearchSummary,
} from '@aws-sdk/client-connect';
import { agentRole } from '../agent-role.ts';
import { connectRate, pace } from '../pace.ts';
import type { Instance, Link, Links } from '../ports.ts';

/** The rate is shared with everything else in the account, so being refused is normal: wait longer, do not give up. */
export const connectClient = () =>
  new ConnectClient({
    maxAttempts: 8,
    retryMode: 'adaptive',
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  });

const pageLength = 100;
/** Connect takes so many quick connects in one call. */
const mostQuickConnects = 50;

export function instanceOn(client: ConnectClient, instanceArn: string, turn = pace(connectRate)): Instance {
  const InstanceId = idIn(instanceArn);

  /** All pages of a list. */
  async function all<T>(
    operation: string,
    page: (NextToken: string | undefined) => Promise<{ found?: T[]; next?: string }>,
  ) {
    const items: T[] = [];
    let next: string | undefined;
    do {
      await turn(operation);
      const answer = await page(next);
      items.push(...(answer.found ?? []));
      next = answer.next;
    } while (next);
    return items;
  }

  return {
    async agents() {
      const profiles = await all('ListSecurityProfiles', async (NextToken) => {
        const page = await client.send(
          new ListSecurityProfilesCommand({ InstanceId, NextToken, MaxResults: pageLength }),
        );
        return { found: page.SecurityProfileSummaryList, next: page.NextToken };
      });
      const nameOfProfile = new Map(profiles.map(({ Id, Name }) => [Id, Name]));
      const users = await all('SearchUsers', async (NextToken) => {
        const page = await client.send(new SearchUsersCommand({ InstanceId, NextToken, MaxResults: pageLength }));
        return { found: page.Users, next: page.NextToken };
      });
      return users.flatMap((user) => {
        if (!user.Arn || !user.Username) return [];
        const names = user.SecurityProfileIds?.flatMap((id) => nameOfProfile.get(id) ?? []) ?? [];
        const profile = user.RoutingProfileId && `${instanceArn}/routing-profile/${user.RoutingProfileId}`;
        return {
          arn: user.Arn,
          username: user.Username,
          name: fullName(user),
          role: agentRole(names),
          ...(profile && { routingProfileArn: profile }),
        };
      });
    },

    async queues() {
      const queues = await all('ListQueues', async (NextToken) => {
        const page = await client.send(
          new ListQueuesCommand({ InstanceId, NextToken, MaxResults: pageLength, QueueTypes: ['STANDARD'] }),
        );
        return { found: page.QueueSummaryList, next: page.NextToken };
      });
      return queues.flatMap(({ Arn, Name }) => (Arn && Name ? { arn: Arn, name: Name } : []));
    },
  };
}

export function linksOn(client: ConnectClient, turn = pace(connectRate)): Links {
  return {
    async connect(link) {
      const InstanceId = idIn(link.instance);
      if (link.kind === 'number-to-flow') {
        await turn('AssociatePhoneNumberContactFlow');
        const ids = { PhoneNumberId: idIn(link.phoneNumber), ContactFlowId: idIn(link.flow) };
        await client.send(new AssociatePhoneNumberContactFlowCommand({ InstanceId, ...ids }));
        return;
      }
      for (const QuickConnectIds of chunks(link)) {
        await turn('AssociateQueueQuickConnects');
        const ids = { InstanceId, QueueId: idIn(link.queue), QuickConnectIds };
        await client.send(new AssociateQueueQuickConnectsCommand(ids));
      }
    },

    async disconnect(link) {
      const InstanceId = idIn(link.instance);
      if (link.kind === 'number-to-flow') {
        await turn('DisassociatePhoneNumberContactFlow');
        const PhoneNumberId = idIn(link.phoneNumber);
        await unlessGone(client.send(new DisassociatePhoneNumberContactFlowCommand({ InstanceId, PhoneNumberId })));
        return;
      }
      for (const QuickConnectIds of chunks(link)) {
        await turn('DisassociateQueueQuickConnects');
        const ids = { InstanceId, QueueId: idIn(link.queue), QuickConnectIds };
        await unlessGone(client.send(new DisassociateQueueQuickConnectsCommand(ids)));
      }
    },
  };
}

/** The id is the last part of every ARN in Connect. */
export const idIn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

function fullName({ IdentityInfo: identity, Username }: UserSearchSummary): string {
  const name = [identity?.FirstName, identity?.LastName].filter(Boolean).join(' ').trim();
  return name || (Username ?? '');
}

function* chunks({ quickConnects }: Extract<Link, { kind: 'queue-to-quick-connects' }>) {
  for (let at = 0; at < quickConnects.length; at += mostQuickConnects) {
    yield quickConnects.slice(at, at + mostQuickConnects).map(idIn);
  }
}

export async function unlessGone(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (thrown) {
    if (!(thrown instanceof ResourceNotFoundException)) throw thrown;
  }
}
