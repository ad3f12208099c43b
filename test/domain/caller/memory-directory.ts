import type { Answer, Question } from '../../../domain/caller/question.ts';
import { type DirectoryItem, personItems, requestItems } from '../../../domain/directory/items.ts';
import { identifierPartition, profileKey, requestKey } from '../../../domain/directory/keys.ts';
import type { Person, ServiceRequest } from '../../../domain/directory/types.ts';

/**
 * The items of these people and requests, asked as the table would be: by partition, and by the beginning or the bound
 * of a sort key. Keys compare by their code units, as the table compares ASCII.
 */
export function memoryDirectory(people: Person[], requests: ServiceRequest[] = []) {
  const items: DirectoryItem[] = [
    ...people.flatMap((person) => personItems(person).items),
    ...requests.flatMap(requestItems),
  ].sort((a, b) => (a.sk < b.sk ? -1 : 1));
  const inPartition = (pk: string) => items.filter((item) => item.pk === pk);
  const found = (matching: DirectoryItem[]): Answer => ({
    people: matching.flatMap(({ person, number }) => (person ? [{ person, number }] : [])),
  });

  function answer(question: Question): Answer {
    switch (question.kind) {
      case 'request': {
        const key = requestKey(question.number);
        return { people: [], request: inPartition(key.pk).find(({ sk }) => sk === key.sk)?.request };
      }
      case 'person': {
        const key = profileKey(question.id);
        return found(inPartition(key.pk).filter(({ sk }) => sk === key.sk));
      }
      case 'identifier':
        return found(inPartition(identifierPartition(question.of, question.value)));
      case 'numbers': {
        const { partition, upTo, from } = question;
        const all = inPartition(partition).filter(({ sk }) => sk.startsWith(from ?? ''));
        return found(upTo === undefined ? all : all.filter(({ sk }) => sk <= upTo).toReversed());
      }
      case 'marked':
        return found(
          inPartition(question.partition).filter(({ sk, person }) => sk.startsWith(question.from) && person?.doNotCall),
        );
    }
  }
  return { answer, lookUp: { answer: async (question: Question) => answer(question) } };
}
