import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, PutCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../../domain/interaction/items.ts';
import {
  factFrom,
  factItem,
  factPrefix,
  interactionFrom,
  noteFrom,
  noteItem,
  sameItem,
  summaryItem,
  summaryKey,
} from '../../../domain/interaction/items.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import type { InteractionIndex } from '../../../domain/tables.ts';
import { interactionIndexes, tableKeys } from '../../../domain/tables.ts';
import { fromNext, toNext } from '../page.ts';
import type { Interactions } from '../ports.ts';

const rowsOfAPage = 25;
/** Each attempt is lost only to a writer that knew more facts, so a busy conversation needs two or three. */
const attempts = 10;

/**
 * Interactions in their table. Needs `dynamodb:PutItem` and `dynamodb:Query` on the table for what tracks calls; lists
 * need `dynamodb:Query` on its indexes and `dynamodb:BatchGetItem` on the table as well.
 */
export function interactionsOnDynamoDb(client: DynamoDBDocumentClient, tableName: string): Interactions {
  const table = { TableName: tableName };

  async function all(query: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
    const items: Item[] = [];
    for await (const page of paginateQuery({ client }, { ...table, ConsistentRead: true, ...query })) {
      items.push(...((page.Items ?? []) as Item[]));
    }
    return items;
  }

  /** Puts an item that never changes; one that is there already is the same. */
  async function putOnce(item: Item): Promise<void> {
    const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
    await unlessRefused(client.send(new PutCommand({ ...table, Item: item, ...absent })));
  }

  /** Whether it was stored: not when somebody has stored one made of more facts. */
  function putSummary(item: Item): Promise<boolean> {
    const condition = {
      ConditionExpression: 'attribute_not_exists(pk) OR #facts <= :facts',
      ExpressionAttributeNames: { '#facts': 'facts' },
      ExpressionAttributeValues: { ':facts': item.facts },
    };
    return unlessRefused(client.send(new PutCommand({ ...table, Item: item, ...condition })));
  }

  async function summaries(ids: string[]): Promise<Map<string, Item>> {
    const found = new Map<string, Item>();
    let keys: Record<string, unknown>[] = ids.map((id) => ({ pk: id, sk: summaryKey }));
    for (let attempt = 0; keys.length > 0; attempt++) {
      if (attempt === attempts) throw new Error(`${keys.length} interactions of a list could not be read in time`);
      if (attempt > 0) await pause(2 ** attempt * 10);
      const answer = await client.send(new BatchGetCommand({ RequestItems: { [tableName]: { Keys: keys } } }));
      for (const item of (answer.Responses?.[tableName] ?? []) as Item[]) found.set(item.pk, item);
      keys = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
    }
    return found;
  }

  return {
    addFact: (fact) => putOnce(factItem(fact)),

    /**
     * The summary is stored anew whenever the set of facts has grown, also when it says the same: else a slow writer
     * that has seen fewer could still store its own over it (docs/decisions/002-facts-not-updates.md).
     */
    async refresh(interactionId) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        if (attempt > 0) await pause(Math.random() * 2 ** attempt * 5);
        const items = await all({
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :facts AND :summary',
          ExpressionAttributeValues: { ':pk': interactionId, ':facts': factPrefix, ':summary': summaryKey },
        });
        const stored = items.find((item) => item.sk === summaryKey);
        const facts = items.filter((item) => item.sk !== summaryKey);
        const interaction = summarise(facts.flatMap((item) => factFrom(item) ?? []));
        if (interaction === undefined) return undefined;
        const summary = summaryItem(interaction, facts.length);
        if (sameItem(stored, summary) || (await putSummary(summary))) return interaction;
      }
      throw new Error(`interaction ${interactionId}: ${attempts} times somebody stored a summary made of more facts`);
    },

    async read(interactionId) {
      const items = await all({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': interactionId },
      });
      const facts = items.flatMap((item) => factFrom(item) ?? []);
      const interaction = summarise(facts);
      return interaction && { interaction, facts, notes: items.flatMap((item) => noteFrom(item) ?? []) };
    },

    async list(index, key, next) {
      const { name, partition } = interactionIndexes[index];
      const page = await client.send(
        new QueryCommand({
          ...table,
          IndexName: name,
          KeyConditionExpression: '#partition = :key',
          ExpressionAttributeNames: { '#partition': partition },
          ExpressionAttributeValues: { ':key': key },
          ScanIndexForward: false,
          Limit: rowsOfAPage,
          ExclusiveStartKey: next === undefined ? undefined : fromNext(next, isKeyOf(index, key)),
        }),
      );
      const ids = (page.Items ?? []).map((item) => String(item[tableKeys.partition]));
      const found = await summaries(ids);
      // An index lags behind its table: what has left the list meanwhile is not shown in it.
      const rows = ids.flatMap((id) => found.get(id) ?? []).filter((item) => item[partition] === key);
      return {
        items: rows.map(interactionFrom),
        ...(page.LastEvaluatedKey && { next: toNext(page.LastEvaluatedKey) }),
      };
    },

    addNote: (interactionId, note) => putOnce(noteItem(interactionId, note)),
  };
}

/** Whether foreign text holds the position of a row of this very list; the table would refuse any other. */
function isKeyOf(index: InteractionIndex, key: string) {
  const { partition, sort } = interactionIndexes[index];
  const names: string[] = [tableKeys.partition, tableKeys.sort, partition, sort];
  return (position: unknown): position is Record<string, string> =>
    typeof position === 'object' &&
    position !== null &&
    Object.keys(position).length === names.length &&
    Object.entries(position).every(([name, value]) => names.includes(name) && typeof value === 'string' && value) &&
    (position as Record<string, string>)[partition] === key &&
    (position as Record<string, string>)[tableKeys.sort] === summaryKey;
}

async function unlessRefused(put: Promise<unknown>): Promise<boolean> {
  try {
    await put;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
