import type { Place } from '../types.ts';
import type { Ask } from './types.ts';

type Body = Record<string, unknown>;

/** Operations on one table, or on one of its indexes when they name one. */
const ofOneTable = new Set([
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'DescribeTable',
  'DescribeTimeToLive',
]);

const partsOfWrite = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
} as const;

/**
 * What a DynamoDB request asks of IAM. A batch is asked once for each table; a transaction has no action of its own
 * and is checked as its parts (service authorization reference of DynamoDB). Undefined for an operation that is not
 * emulated.
 */
export function dynamodbAsks(operation: string, body: Body, place: Place): Ask[] | undefined {
  const arn = (table: unknown) => tableArn(String(table), place);
  const ask = (action: string, resource: string): Ask => ({ action: `dynamodb:${action}`, resource });

  if (ofOneTable.has(operation)) {
    const index = body.IndexName === undefined ? '' : `/index/${body.IndexName}`;
    return [ask(operation, arn(body.TableName) + index)];
  }
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') {
    return Object.keys((body.RequestItems ?? {}) as object).map((table) => ask(operation, arn(table)));
  }
  if (operation === 'TransactGetItems') {
    return items(body.TransactItems).map((item) => ask('GetItem', arn((item.Get as Body | undefined)?.TableName)));
  }
  if (operation === 'TransactWriteItems') {
    return items(body.TransactItems).flatMap((item) =>
      Object.entries(partsOfWrite).flatMap(([part, action]) =>
        item[part] ? [ask(action, arn((item[part] as Body).TableName))] : [],
      ),
    );
  }
  return undefined;
}

export const tableArn = (nameOrArn: string, place: Place) =>
  nameOrArn.startsWith('arn:')
    ? nameOrArn
    : `arn:${place.partition}:dynamodb:${place.region}:${place.account}:table/${nameOrArn}`;

const items = (value: unknown) => (Array.isArray(value) ? (value as Body[]) : []);
