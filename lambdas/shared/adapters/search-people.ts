import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { LadderSettings } from '../../../domain/caller/verdict.ts';
import type { DirectoryItem } from '../../../domain/directory/items.ts';
import { searchPartition } from '../../../domain/directory/keys.ts';
import { type SearchPlace, searchPlaces } from '../../../domain/directory/search.ts';
import { maySelect } from '../../../domain/directory/selectable.ts';
import type { Person } from '../../../domain/directory/types.ts';

/** What one query reads, and how many of them one place may take when most of what they read does not count. */
const pageLength = 30;
const mostPages = 6;

/** Key queries only; inactive people are read when the active ones do not fill the answer. */
export async function searchPeople(
  client: DynamoDBDocumentClient,
  TableName: string,
  text: string,
  { limit, lineRegion, organisations }: { limit: number } & LadderSettings,
): Promise<{ people: Person[]; more: boolean }> {
  const places = searchPlaces(text, lineRegion);
  const found = new Map<string, Person>();
  let more = false;
  for (const active of [true, false]) {
    if (found.size > limit) break;
    const read = await Promise.all(
      places.map((place) => readPlace(client, TableName, { place, active, wanted: limit + 1, organisations })),
    );
    for (const { people, unread } of read) {
      for (const person of people) found.set(person.id, { ...found.get(person.id), ...person });
      more ||= unread;
    }
  }
  return { people: [...found.values()].slice(0, limit), more: more || found.size > limit };
}

/** The first people of one place who may be selected, each once. */
async function readPlace(
  client: DynamoDBDocumentClient,
  TableName: string,
  asked: { place: SearchPlace; active: boolean; wanted: number; organisations?: string[] },
): Promise<{ people: Person[]; unread: boolean }> {
  const { place, active, wanted, organisations } = asked;
  const people = new Map<string, Person>();
  let after: Record<string, unknown> | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :text)',
        ExpressionAttributeValues: { ':pk': searchPartition(place.partition, active), ':text': place.text },
        ExclusiveStartKey: after,
        Limit: pageLength,
      }),
    );
    for (const { person } of Items as DirectoryItem[]) {
      if (person && maySelect(person, organisations)) people.set(person.id, { ...people.get(person.id), ...person });
    }
    after = LastEvaluatedKey;
    if (!after || people.size >= wanted) break;
  }
  return { people: [...people.values()], unread: after !== undefined };
}
