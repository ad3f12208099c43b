import type { ShownNumber, ShownPerson } from '../../../domain/api.ts';
import { emptyDraft } from '../person-draft.ts';
import { beginNew, edit } from '../person-edit.ts';
import { words } from '../words.ts';
import { FindPerson } from './find-person.tsx';
import { NewPerson } from './new-person.tsx';

interface Props {
  interactionId: string;
  /** The caller's: it begins the form of a new person. */
  number?: ShownNumber;
  onChoose: (person: ShownPerson) => void;
}

/** Somebody whom the number did not bring up: found by what they say of themselves, or new. */
export function OtherPerson({ interactionId, number, onChoose }: Props) {
  const place = `person.of.${interactionId}`;
  const dial = number?.dial;
  const begin = () =>
    beginNew(place, emptyDraft(dial === undefined ? {} : { phones: [{ label: 'work', number: dial }] }));
  if (edit(place).value !== undefined) {
    return <NewPerson place={place} submit={words.person.createAndChoose} onCreated={onChoose} />;
  }
  return (
    <div class="other">
      <FindPerson label={words.find.label} onChoose={onChoose} />
      <button type="button" onClick={begin}>
        {dial === undefined ? words.who.create : words.who.createFromNumber}
      </button>
    </div>
  );
}
