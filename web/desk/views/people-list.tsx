import type { FoundPerson } from '../../../domain/api.ts';
import { words } from '../words.ts';
import { Key } from './key.tsx';
import { PersonLine } from './person-line.tsx';

interface Props {
  people: readonly FoundPerson[];
  /** Chooses; without it each name leads to its page. */
  onChoose?: (person: FoundPerson) => void;
}

/** Arrows go from one to the next, as in any list. */
function step(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const list = event.currentTarget instanceof HTMLElement ? event.currentTarget : undefined;
  if (by === undefined || list === undefined) return;
  const all = [...list.querySelectorAll<HTMLElement>('a, button')];
  const here = all.findIndex((one) => one.contains(document.activeElement));
  all[(here + by + all.length) % all.length]?.focus();
  event.preventDefault();
}

/** Names to tell apart. With `onChoose`, the first nine have a digit. */
export const PeopleList = ({ people, onChoose }: Props) => (
  <ol class="people" onKeyDown={step}>
    {people.map((person, index) => {
      const inside = (
        <>
          {onChoose !== undefined && index < 9 && <Key name={String(index + 1)} />}
          <PersonLine person={person} />
          {person.certainty === 'candidate' && <span class="mark plain">{words.who.unconfirmed}</span>}
        </>
      );
      return (
        <li key={person.id}>
          {onChoose === undefined ? (
            <a href={`#/person/${encodeURIComponent(person.id)}`}>{inside}</a>
          ) : (
            <button
              type="button"
              onClick={() => onChoose(person)}
              aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
            >
              {inside}
            </button>
          )}
        </li>
      );
    })}
  </ol>
);
