import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DirectoryItem } from '../../../domain/directory/items.ts';
import { agentWorkKey, presenceKey } from '../../../domain/directory/keys.ts';
import type { AgentWorks, Presences } from '../presences.ts';

/** How agents are, in the table `Directory`. */
export function presencesOn(client: DynamoDBDocumentClient, TableName: string): Presences {
  return {
    async of(agentArn) {
      const get = new GetCommand({ TableName, Key: presenceKey(agentArn), ConsistentRead: true });
      return ((await client.send(get)).Item as DirectoryItem | undefined)?.heard;
    },

    async keep(heard) {
      const put = new PutCommand({
        TableName,
        Item: { ...presenceKey(heard.agentArn), heard },
        // Of two events of one millisecond the one that arrives later counts: a stream keeps an agent's order.
        ConditionExpression: 'attribute_not_exists(heard) OR heard.heardAt <= :at',
        ExpressionAttributeValues: { ':at': heard.heardAt },
      });
      await unlessRefused(client.send(put));
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

    async latest(agentArn) {
      const get = new GetCommand({ TableName, Key: agentWorkKey(agentArn), ConsistentRead: true });
      return ((await client.send(get)).Item as DirectoryItem | undefined)?.work;
    },
  };
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
