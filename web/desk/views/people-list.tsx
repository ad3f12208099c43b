import type { ShownPerson } from '../../../domain/api.ts';
import { words } from '../words.ts';
import { Key } from './key.tsx';

const belongs = ({ organisation, site }: ShownPerson) => [organisation, site].filter(Boolean).join(', ');

interface Props {
  people: ShownPerson[];
  /** Chooses; without it each name leads to its page. */
  onChoose?: (id: string) => void;
}

/** Names to tell apart. With `onChoose`, the first nine have a digit. */
export const PeopleList = ({ people, onChoose }: Props) => (
  <ol class="people">
    {people.map((person, index) => {
      const inside = (
        <>
          {onChoose !== undefined && index < 9 && <Key name={String(index + 1)} />}
          <span class="name">{person.name}</span>
          {person.vip === true && <span class="mark">{words.who.vip}</span>}
          <span class="muted">{belongs(person)}</span>
        </>
      );
      return (
        <li key={person.id}>
          {onChoose === undefined ? (
            <a href={`#/person/${encodeURIComponent(person.id)}`}>{inside}</a>
          ) : (
            <button type="button" onClick={() => onChoose(person.id)} aria-keyshortcuts={String(index + 1)}>
              {inside}
            </button>
          )}
        </li>
      );
    })}
  </ol>
);
