import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { aroundDial, type CallsOutItem, dialItem, permitItem } from '../../../domain/calling/permit-items.ts';
import type { CallsOut } from '../calls-out.ts';

/** Permits beside the interactions. Needs `dynamodb:PutItem` and `dynamodb:Query` on that table. */
export function callsOutOn(client: DynamoDBDocumentClient, TableName: string): CallsOut {
  return {
    async permit(permit) {
      await client.send(new PutCommand({ TableName, Item: permitItem(permit) }));
    },

    async dialled(dial) {
      const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
      try {
        await client.send(new PutCommand({ TableName, Item: dialItem(dial), ...absent }));
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    async around(dial) {
      const { pk, from, to } = aroundDial(dial);
      const pages = paginateQuery(
        { client },
        {
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
        },
      );
      const items: CallsOutItem[] = [];
      for await (const { Items = [] } of pages) items.push(...(Items as CallsOutItem[]));
      return {
        dials: items.flatMap(({ dial: one }) => one ?? []),
        permits: items.flatMap(({ permit }) => permit ?? []),
      };
    },
  };
}
