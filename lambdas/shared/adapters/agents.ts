import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import { agentItems, type DirectoryItem } from '../../../domain/directory/items.ts';
import {
  agentsPartition,
  agentUsernameKey,
  agentWorkKey,
  type Key,
  listedAgentKey,
  presenceKey,
} from '../../../domain/directory/keys.ts';
import type { Directory } from '../ports.ts';

/** The agents of the table `Directory`. */
export function agentsOn(
  client: DynamoDBDocumentClient,
  TableName: string,
): Pick<Directory, 'agents' | 'agentByUsername' | 'putAgent' | 'forgetAgent'> {
  return {
    async agents() {
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': agentsPartition },
      };
      const items: DirectoryItem[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, query)) items.push(...(Items as DirectoryItem[]));
      const heard = new Map(items.flatMap((item) => (item.heard ? [[item.heard.agentArn, item.heard]] : [])));
      return items.flatMap(({ agent }) => (agent ? { agent, heard: heard.get(agent.arn) } : []));
    },

    async agentByUsername(username) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: agentUsernameKey(username) }));
      return (Item as DirectoryItem | undefined)?.agent;
    },

    async putAgent(agent, known) {
      for (const Item of agentItems(agent)) await client.send(new PutCommand({ TableName, Item }));
      if (!known || agentUsernameKey(known.username).pk === agentUsernameKey(agent.username).pk) return;
      await removeUsername(client, TableName, known.username, known.arn);
    },

    async forgetAgent({ arn, username }) {
      const remove = (Key: Key) => client.send(new DeleteCommand({ TableName, Key }));
      await removeUsername(client, TableName, username, arn);
      for (const key of [agentWorkKey(arn), presenceKey(arn), listedAgentKey(arn)]) await remove(key);
    },
  };
}

/** Only while it is still this agent's: the name may have been given to somebody else. */
async function removeUsername(client: DynamoDBDocumentClient, TableName: string, username: string, arn: string) {
  try {
    await client.send(
      new DeleteCommand({
        TableName,
        Key: agentUsernameKey(username),
        ConditionExpression: '#agent.arn = :arn',
        ExpressionAttributeNames: { '#agent': 'agent' },
        ExpressionAttributeValues: { ':arn': arn },
      }),
    );
  } catch (thrown) {
    if (!(thrown instanceof Error) || thrown.name !== 'ConditionalCheckFailedException') throw thrown;
  }
}
