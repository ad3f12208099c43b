import { describe, expect, it } from 'vitest';
import { decide, route, type Transfer } from '../../../lambdas/route-transfer/route.ts';
import type { DescribedContact } from '../../../lambdas/shared/described-contacts.ts';

const desk = 'INST/queue/desk';
const billing = 'INST/queue/billing';
const there = (queueArn?: string): DescribedContact => ({ agentHasLeft: false, ...(queueArn && { queueArn }) });
const gone = (queueArn?: string): DescribedContact => ({ agentHasLeft: true, ...(queueArn && { queueArn }) });

it.each<[string, DescribedContact | undefined, DescribedContact | undefined, ReturnType<typeof decide>]>([
  ['a consult', there(desk), undefined, { firstAgent: 'there', originQueueArn: desk }],
  ['a consult on a call out', there(), undefined, { firstAgent: 'there' }],
  ['a caller who was left', gone(desk), undefined, { firstAgent: 'gone', originQueueArn: desk }],
  ['a caller left in a second queue', gone(billing), gone(desk), { firstAgent: 'gone', originQueueArn: billing }],
  ['a caller left by one agent, then by another', gone(), gone(desk), { firstAgent: 'gone', originQueueArn: desk }],
  ['somebody who was called and left', gone(), gone(), { firstAgent: 'gone' }],
  ['a call that nobody had before', undefined, undefined, { firstAgent: 'gone' }],
])('%s', (_, previous, initial, answer) => {
  expect(decide(previous, initial)).toEqual(answer);
});

describe('what it asks', () => {
  async function asked(transfer: Transfer, described: Record<string, DescribedContact>) {
    const ids: string[] = [];
    const describe = async (id: string) => {
      ids.push(id);
      const found = described[id];
      if (!found) throw new Error(`ResourceNotFoundException: ${id}`);
      return found;
    };
    const answer = await route(transfer, { describe });
    return { ids, answer };
  }

  it.each<[string, Transfer, Record<string, DescribedContact>, string[]]>([
    ['the contact before', { contactId: 'c', previousId: 'a', initialId: 'a' }, { a: gone(desk) }, ['a']],
    ['no further one in a consult', { contactId: 'c', previousId: 'b', initialId: 'a' }, { b: there() }, ['b']],
    [
      'no further one when the queue is known',
      { contactId: 'c', previousId: 'b', initialId: 'a' },
      { b: gone(billing) },
      ['b'],
    ],
    [
      'the first one when an agent alone was waited for',
      { contactId: 'c', previousId: 'b', initialId: 'a' },
      { b: gone(), a: gone(desk) },
      ['b', 'a'],
    ],
    ['nothing on a first leg, whose ids are all its own', { contactId: 'c', previousId: 'c', initialId: 'c' }, {}, []],
    ['nothing without a contact before', { contactId: 'c' }, {}, []],
  ])('is %s', async (_, transfer, described, ids) => {
    expect((await asked(transfer, described)).ids).toEqual(ids);
  });

  it('twice gives the same answer', async () => {
    const transfer = { contactId: 'c', previousId: 'b', initialId: 'a' };
    const described = { b: gone(), a: gone(desk) };
    expect((await asked(transfer, described)).answer).toEqual((await asked(transfer, described)).answer);
  });

  it('and not answered is thrown, so that the flow takes its error branch', async () => {
    await expect(asked({ contactId: 'c', previousId: 'a' }, {})).rejects.toThrow('ResourceNotFoundException');
  });
});
