import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Plain objects over a client, as our functions use it. */
export const documentsOver = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

/** The account and region that the environment names, with the credentials of whoever runs the command. */
export const ownAccount = (): DynamoDBClient => new DynamoDBClient({});

/** What was asked since counting began. */
export interface Reads {
  requests: number;
  units: number;
}

/** Counts requests and read units of this client from here on. */
export function countReads(client: DynamoDBDocumentClient): Reads {
  const reads = { requests: 0, units: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      reads.requests += 1;
      reads.units += ConsumedCapacity?.CapacityUnits ?? 0;
      return result;
    },
    { step: 'initialize' },
  );
  return reads;
}
