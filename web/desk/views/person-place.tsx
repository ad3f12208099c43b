import { personPages } from '../caller.ts';
import { beginEdit, edit, endEdit } from '../person-edit.ts';
import { plain } from '../plain.ts';
import { words } from '../words.ts';
import { Person } from './person.tsx';
import { PersonActions } from './person-actions.tsx';
import { PersonForm } from './person-form.tsx';

const text = words.person;

/** A person's own page: all that is known of them, and what may be changed. */
export function PersonPlace({ id }: { id: string }) {
  const place = `person.${id}`;
  const person = personPages.of(id).value.value?.person;
  const editing = edit(place).value !== undefined;
  return (
    <section class="place">
      {person?.mergedInto !== undefined && <Merged into={person.mergedInto} />}
      {person !== undefined && editing && (
        <PersonForm
          place={place}
          id={id}
          heading={text.editing(plain(person.name))}
          submit={text.save}
          onSaved={() => undefined}
          onCancel={() => endEdit(place)}
        />
      )}
      <Person id={id} all>
        {person !== undefined && person.mergedInto === undefined && !editing && (
          <PersonActions person={person} onEdit={() => beginEdit(place, person)} />
        )}
      </Person>
    </section>
  );
}

/** A duplicate leads to who stays. */
function Merged({ into }: { into: string }) {
  const name = personPages.of(into).value.value?.person.name;
  return (
    <p class="merged">
      {text.merged}{' '}
      <a href={`#/person/${encodeURIComponent(into)}`}>
        <bdi class="text">{name ?? text.mergedUnknown}</bdi>
      </a>
    </p>
  );
}
