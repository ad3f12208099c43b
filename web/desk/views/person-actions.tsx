import { useSignal } from '@preact/signals';
import type { ShownPerson } from '../../../domain/api.ts';
import type { Trouble } from '../api.ts';
import { setActive } from '../people.ts';
import { plain } from '../plain.ts';
import { words } from '../words.ts';
import { MergePeople } from './merge-people.tsx';
import { TroubleNote } from './trouble-note.tsx';

const text = words.person;

/** What may be done with a person; what cannot be taken back lightly asks first. */
export function PersonActions({ person, onEdit }: { person: ShownPerson; onEdit: () => void }) {
  const asking = useSignal<'active' | 'merge' | undefined>(undefined);
  const trouble = useSignal<Trouble | undefined>(undefined);
  const busy = useSignal(false);
  const step = person.active ? text.deactivate : text.reactivate;
  const done = () => {
    asking.value = undefined;
  };
  const confirm = async () => {
    busy.value = true;
    const result = await setActive(person, !person.active);
    busy.value = false;
    trouble.value = result.ok ? undefined : result.trouble;
    if (result.ok) done();
  };
  if (asking.value === 'merge') return <MergePeople person={person} onDone={done} />;
  if (asking.value === 'active') {
    return (
      <fieldset class="ask">
        <legend>{step.ask(plain(person.name))}</legend>
        {trouble.value !== undefined && <TroubleNote what={words.trouble.notSaved} trouble={trouble.value} />}
        <div class="row">
          <button type="button" class={person.active ? 'danger' : 'primary'} disabled={busy.value} onClick={confirm}>
            {step.button}
          </button>
          <button type="button" onClick={done}>
            {text.cancel}
          </button>
        </div>
      </fieldset>
    );
  }
  return (
    <div class="actions">
      <button type="button" onClick={onEdit}>
        {text.edit}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          trouble.value = undefined;
          asking.value = 'active';
        }}
      >
        {step.button}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          asking.value = 'merge';
        }}
      >
        {text.merge.button}
      </button>
    </div>
  );
}
