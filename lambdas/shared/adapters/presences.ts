import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DirectoryItem } from '../../../domain/directory/items.ts';
import { agentWorkKey, presenceKey } from '../../../domain/directory/keys.ts';
import type { StoredPresence } from '../../../domain/presence/types.ts';
import type { AgentWorks, Presences } from '../presences.ts';

/** How agents are, in the table `Directory`. */
export function presencesOn(client: DynamoDBDocumentClient, TableName: string): Presences {
  return {
    async keep(heard) {
      const Key = presenceKey(heard.agentArn);
      const written = await unlessRefused(
        client.send(
          new UpdateCommand({
            TableName,
            Key,
            UpdateExpression: 'SET heard = :heard',
            // Of two events of one millisecond the one that arrives later counts: a stream keeps an agent's order.
            ConditionExpression: 'attribute_not_exists(heard) OR heard.heardAt <= :at',
            ExpressionAttributeValues: { ':heard': heard, ':at': heard.heardAt },
            ReturnValues: 'ALL_NEW',
          }),
        ),
      );
      const item = written
        ? written.Attributes
        : (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
      return stored(item);
    },

    async announced({ agentArn, eventId, presence }) {
      await unlessRefused(
        client.send(
          new UpdateCommand({
            TableName,
            Key: presenceKey(agentArn),
            UpdateExpression: 'SET announced = :presence',
            ConditionExpression: 'heard.eventId = :event',
            ExpressionAttributeValues: { ':presence': presence, ':event': eventId },
          }),
        ),
      );
    },
  };
}

export function agentWorksOn(client: DynamoDBDocumentClient, TableName: string): AgentWorks {
  return {
    note: async (agentArn, work) => {
      const written = await unlessRefused(
        client.send(
          new PutCommand({
            TableName,
            Item: { ...agentWorkKey(agentArn), work },
            // Times are whole seconds: of two within one, the one that arrives later counts.
            ConditionExpression: 'attribute_not_exists(#work) OR #work.#at <= :at',
            ExpressionAttributeNames: { '#work': 'work', '#at': 'at' },
            ExpressionAttributeValues: { ':at': work.at },
          }),
        ),
      );
      return written !== undefined;
    },
  };
}

function stored(item: Partial<DirectoryItem> | undefined): StoredPresence {
  if (!item?.heard) throw new Error('the table did not answer with the presence that it holds');
  return { ...item.heard, announced: item.announced };
}

/** What a conditional write answered; undefined when its condition did not hold. */
async function unlessRefused<T>(writing: Promise<T>): Promise<T | undefined> {
  try {
    return await writing;
  } catch (thrown) {
    if (thrown instanceof ConditionalCheckFailedException) return undefined;
    throw thrown;
  }
}
