import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ShownPerson } from '../../../domain/api.ts';
import type { Trouble } from '../api.ts';
import { savePerson } from '../people.ts';
import { type Field, fieldNamed, problemsOf } from '../person-draft.ts';
import { edit, undecided } from '../person-edit.ts';
import { words } from '../words.ts';
import { PersonConflict } from './person-conflict.tsx';
import { PersonFieldset, type Said } from './person-fieldset.tsx';
import { TroubleNote } from './trouble-note.tsx';

const text = words.person;

interface Props {
  /** Where the draft is kept. */
  place: string;
  /** Absent for a new person. */
  id?: string;
  heading: string;
  submit: string;
  onSaved: (person: ShownPerson) => void;
  onCancel: () => void;
}

/** The fields of a person, what is wrong with them, and what somebody else stored meanwhile. */
export function PersonForm({ place, id, heading, submit, onSaved, onCancel }: Props) {
  const current = edit(place).value;
  const trouble = useSignal<Trouble | undefined>(undefined);
  const problems = useSignal<Said>({});
  const sending = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  if (current === undefined) return null;

  const complain = (said: Said) => {
    problems.value = said;
    const [first] = Object.keys(said);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus());
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (sending.value) return;
    const found = Object.entries(problemsOf(current.now)).map(([field, problem]) => [field, text[problem]]);
    if (found.length > 0) return complain(Object.fromEntries(found));
    problems.value = {};
    sending.value = true;
    const result = await savePerson(place, id);
    sending.value = false;
    trouble.value = undefined;
    if (result?.ok) return onSaved(result.value);
    if (result === undefined || edit(place).peek()?.version !== current.version) return;
    const { message, fields } = result.trouble;
    const named = fieldNamed(message);
    if (fields !== undefined) complain(fields);
    else if (named !== undefined) complain({ [named]: sentence(named, message) });
    else trouble.value = result.trouble;
  };
  const open = undecided(current);
  return (
    <form class="person-form" ref={form} onSubmit={send} noValidate aria-label={heading}>
      <h2>{heading}</h2>
      {current.conflict !== undefined && <PersonConflict place={place} edit={current} />}
      <PersonFieldset place={place} draft={current.now} said={problems.value} />
      {trouble.value !== undefined && <TroubleNote what={words.trouble.notSaved} trouble={trouble.value} />}
      <div class="row">
        <button type="submit" class="primary" disabled={sending.value || open > 0}>
          {sending.value ? text.saving : submit}
        </button>
        <button type="button" onClick={onCancel}>
          {text.cancel}
        </button>
        {open > 0 && <p class="danger-text">{text.conflict.undecided(open)}</p>}
      </div>
    </form>
  );
}

/** The desk's sentence with the field in the page's words, without its place in the body. */
function sentence(field: Field, message: string): string {
  return message.replace(/^(body\.)?[a-zA-Z0-9.[\]]+/, text.fields[field]);
}
