import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { summaryItem } from '../../../domain/interaction/items.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import { interactionsOnDynamoDb } from '../../../lambdas/shared/adapters/interactions.ts';
import { callerFact } from '../../domain/interaction/calls.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1' }));
const mock = mockClient(client);
const interactions = interactionsOnDynamoDb(client, 'Interactions');

const key = (pk: string) => ({ pk, sk: 'interaction' });
function summary(id: string, personId: string) {
  const interaction = summarise([callerFact({ interactionId: id, contactId: id, personId })]);
  if (!interaction) throw new Error('no fact');
  return summaryItem(interaction, 1);
}

beforeEach(() => {
  mock.reset();
  mock.on(QueryCommand).resolves({ Items: [key('one'), key('two')] });
});

describe('a list of interactions', () => {
  it('asks again for the rows that the table left out, and keeps the order of the index', async () => {
    mock
      .on(BatchGetCommand)
      .resolvesOnce({
        Responses: { Interactions: [summary('two', 'ada')] },
        UnprocessedKeys: { Interactions: { Keys: [key('one')] } },
      })
      .resolvesOnce({ Responses: { Interactions: [summary('one', 'ada')] } });
    const { items } = await interactions.list('byPerson', 'ada');
    expect(items.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(mock.commandCalls(BatchGetCommand)[1]?.args[0].input.RequestItems).toEqual({
      Interactions: { Keys: [key('one')] },
    });
  });

  it('leaves out what the index still holds and the table no longer does', async () => {
    mock.on(BatchGetCommand).resolves({ Responses: { Interactions: [summary('one', 'ada'), summary('two', 'bob')] } });
    expect((await interactions.list('byPerson', 'ada')).items.map(({ id }) => id)).toEqual(['one']);
  });

  it('asks the table for nothing when the index holds nothing', async () => {
    mock.on(QueryCommand).resolves({ Items: [] });
    expect(await interactions.list('byPerson', 'ada')).toEqual({ items: [] });
    expect(mock.commandCalls(BatchGetCommand)).toHaveLength(0);
  });
});
