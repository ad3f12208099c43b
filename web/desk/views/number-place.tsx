import { peopleByNumber } from '../caller.ts';
import { hashOf } from '../route.ts';
import { words } from '../words.ts';
import { PeopleList } from './people-list.tsx';
import { PhoneLink } from './phone-link.tsx';
import { Skeleton } from './skeleton.tsx';
import { TroubleNote } from './trouble-note.tsx';

/** Who has a number, as typed into search. */
export function NumberPlace({ number }: { number: string }) {
  const { value, loading, trouble } = peopleByNumber.of(number).value;
  return (
    <section class="place" aria-labelledby="number-heading">
      <h2 id="number-heading">
        {words.who.peopleWith} <PhoneLink number={value?.number ?? { display: number }} />
      </h2>
      {trouble !== undefined && (
        <TroubleNote
          what={words.trouble.notShown(words.trouble.reading.people)}
          trouble={trouble}
          onRetry={() => void peopleByNumber.reload(number)}
        />
      )}
      {value === undefined && loading && <Skeleton lines={3} />}
      {value !== undefined && value.people.length === 0 && (
        <>
          <p class="muted">{words.outcomes[value.outcome]}</p>
          <a class="button" href={hashOf({ page: 'new-person', id: number })}>
            {words.who.createFromNumber}
          </a>
        </>
      )}
      {value?.more === true && <p>{words.who.moreThanTen}</p>}
      {value !== undefined && <PeopleList people={value.people} />}
    </section>
  );
}
