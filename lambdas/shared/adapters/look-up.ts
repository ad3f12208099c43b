import {
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Answer, Question } from '../../../domain/caller/question.ts';
import type { DirectoryItem } from '../../../domain/directory/items.ts';
import { identifierPartition, profileKey, requestKey } from '../../../domain/directory/keys.ts';
import type { LookUp } from '../ports.ts';

/** A caller is offered ten people; somebody among more is found by search. */
const mostPeople = 26;
/** Everybody whose number ends in the same seven digits, extensions of one switchboard included. */
const mostNumbers = 100;

/** The ladder's questions on the table `Directory`. Needs `dynamodb:Query` and `dynamodb:GetItem`. */
export function lookUpOn(client: DynamoDBDocumentClient, TableName: string): LookUp {
  const get = async (Key: { pk: string; sk: string }) =>
    (await client.send(new GetCommand({ TableName, Key }))).Item as DirectoryItem | undefined;

  const query = async (condition: string, values: Record<string, string>, more: Partial<QueryCommandInput>) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: condition,
        ExpressionAttributeValues: values,
        ...more,
      }),
    );
    const people = (Items as DirectoryItem[]).flatMap(({ person, number }) =>
      person ? [{ person, ...(number && { number }) }] : [],
    );
    return { people, more: LastEvaluatedKey !== undefined } satisfies Answer;
  };

  /** A line that hundreds share is read to its end: one mark among them counts. */
  async function marked(partition: string, from: string): Promise<Answer> {
    const pages = paginateQuery(
      { client },
      {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :from)',
        FilterExpression: '#person.doNotCall = :yes',
        ExpressionAttributeNames: { '#person': 'person' },
        ExpressionAttributeValues: { ':pk': partition, ':from': from, ':yes': true },
      },
    );
    for await (const { Items = [] } of pages) {
      const people = (Items as DirectoryItem[]).flatMap(({ person }) => (person ? [{ person }] : []));
      if (people.length > 0) return { people };
    }
    return { people: [] };
  }

  return {
    async answer(question: Question): Promise<Answer> {
      switch (question.kind) {
        case 'request':
          return { people: [], request: (await get(requestKey(question.number)))?.request };
        case 'person': {
          const person = (await get(profileKey(question.id)))?.person;
          return { people: person ? [{ person }] : [] };
        }
        case 'identifier':
          return query('pk = :pk', { ':pk': identifierPartition(question.of, question.value) }, { Limit: mostPeople });
        case 'numbers': {
          const { partition, upTo, from } = question;
          const values = { ':pk': partition };
          if (upTo !== undefined) {
            const backwards = { ScanIndexForward: false, Limit: mostPeople };
            return query('pk = :pk AND sk <= :bound', { ...values, ':bound': upTo }, backwards);
          }
          if (from === undefined) return query('pk = :pk', values, { Limit: mostNumbers });
          return query('pk = :pk AND begins_with(sk, :from)', { ...values, ':from': from }, { Limit: mostPeople });
        }
        case 'marked':
          return marked(question.partition, question.from);
      }
    },
  };
}
