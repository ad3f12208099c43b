import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ServiceRequest } from '../../../domain/directory/types.ts';
import type { Trouble } from '../api.ts';
import { draft, write } from '../drafts.ts';
import {
  createRequest,
  type Field,
  fields,
  formAsked,
  placeOf,
  type RequestTarget,
  startRequest,
} from '../new-request.ts';
import { words } from '../words.ts';
import { Key } from './key.tsx';
import { TroubleNote } from './trouble-note.tsx';

const text = words.newRequest;

interface Props extends RequestTarget {
  name?: string;
  /** Nobody is known: the form stands ready instead of waiting behind its button. */
  ready?: boolean;
}

export function NewRequestForm({ personId, interactionId, name, ready = false }: Props) {
  const target = { personId, interactionId };
  const created = useSignal<ServiceRequest | undefined>(undefined);
  useEffect(() => {
    formAsked.value = false;
  }, []);
  const drafted = fields.some((field) => draft(placeOf(target, field)).value !== '');
  const heading = name === undefined ? text.heading : text.headingFor(name);
  const onCreated = (request: ServiceRequest) => {
    created.value = request;
    formAsked.value = false;
  };
  return (
    <section class="new-request" aria-label={heading}>
      {created.value !== undefined && (
        <p role="status">
          {text.done(created.value.number)}.{' '}
          <a href={`#/request/${encodeURIComponent(created.value.number)}`}>{text.open}</a>
        </p>
      )}
      {ready || drafted || formAsked.value ? (
        <Form target={target} heading={heading} onCreated={onCreated} />
      ) : (
        <button type="button" onClick={startRequest} aria-keyshortcuts="Enter">
          {heading} <Key name="Enter" />
        </button>
      )}
    </section>
  );
}

interface FormProps {
  target: RequestTarget;
  heading: string;
  onCreated: (request: ServiceRequest) => void;
}

function Form({ target, heading, onCreated }: FormProps) {
  const trouble = useSignal<Trouble | undefined>(undefined);
  const sending = useSignal(false);
  const value = (field: Field) => draft(placeOf(target, field)).value;
  const onInput = (field: Field) => (event: { currentTarget: { value: string } }) =>
    write(placeOf(target, field), event.currentTarget.value);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (sending.value || value('subject').trim() === '') return;
    sending.value = true;
    const result = await createRequest(target);
    sending.value = false;
    if ('kind' in result) trouble.value = result;
    else onCreated(result);
  };
  return (
    <form onSubmit={send}>
      <h3>{heading}</h3>
      <label class="field">
        {text.subject}
        <input
          id="new-request-subject"
          required
          maxLength={200}
          autocomplete="off"
          value={value('subject')}
          onInput={onInput('subject')}
        />
      </label>
      <label class="field">
        {text.description}
        <textarea rows={3} maxLength={10_000} value={value('description')} onInput={onInput('description')} />
      </label>
      <div class="row">
        <label class="field">
          {text.priority}
          <select value={value('priority') || 'normal'} onChange={onInput('priority')}>
            {Object.entries(words.priorities).map(([key, word]) => (
              <option key={key} value={key}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <label class="field grow">
          {text.category}
          <input maxLength={100} autocomplete="off" value={value('category')} onInput={onInput('category')} />
        </label>
        <button type="submit" class="primary" disabled={sending.value}>
          {sending.value ? text.sending : text.send}
        </button>
      </div>
      {target.interactionId !== undefined && <p class="muted">{text.fromCall}</p>}
      {trouble.value !== undefined && <TroubleNote what={words.trouble.notSaved} trouble={trouble.value} />}
    </form>
  );
}
