import { useEffect } from 'preact/hooks';
import type { ShownPerson } from '../../../domain/api.ts';
import { draftFromTyped } from '../person-draft.ts';
import { beginNew, edit, endEdit } from '../person-edit.ts';
import { goTo } from '../route.ts';
import { words } from '../words.ts';
import { PersonForm } from './person-form.tsx';

interface Props {
  /** Where the draft is kept. */
  place: string;
  submit: string;
  onCreated: (person: ShownPerson) => void;
  onCancel?: () => void;
}

/** The form of somebody who is not in the directory yet. */
export const NewPerson = ({ place, submit, onCreated, onCancel }: Props) => (
  <PersonForm
    place={place}
    heading={words.person.create}
    submit={submit}
    onSaved={onCreated}
    onCancel={() => {
      endEdit(place);
      onCancel?.();
    }}
  />
);

/** A new person from what was typed into search. */
export function NewPersonPlace({ typed }: { typed: string }) {
  const place = `person.new.${typed}`;
  useEffect(() => {
    if (edit(place).peek() === undefined) beginNew(place, draftFromTyped(typed));
  }, [place, typed]);
  return (
    <section class="place">
      <NewPerson
        place={place}
        submit={words.person.create}
        onCreated={({ id }) => goTo({ page: 'person', id })}
        onCancel={() => goTo({ page: 'home' })}
      />
    </section>
  );
}
