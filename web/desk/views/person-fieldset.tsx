import { phoneLabels } from '../../../domain/directory/types.ts';
import { type Draft, type DraftPhone, type Field, type TextField, textFields } from '../person-draft.ts';
import { change } from '../person-edit.ts';
import { words } from '../words.ts';

const text = words.person;

/** Emails, and numbers, that the desk takes of one person. */
const most = 6;

/** What is wrong, by field. */
export type Said = { [F in Field]?: string };

/** Fields in the order in which people say them. */
const groups: [keyof typeof text.groups, TextField[]][] = [
  ['who', ['name', 'firstName', 'lastName', 'organisation']],
  ['reach', ['language', 'region']],
  ['identifiers', ['supportId', 'employeeId', 'userName']],
  ['place', ['site', 'building', 'floor', 'cubicle']],
  ['more', ['carNumber', 'text1', 'text2', 'integer1', 'integer2']],
];

interface Props {
  place: string;
  draft: Draft;
  said: Said;
}

export const PersonFieldset = (props: Props) => (
  <>
    {groups.map(([group, fields]) => (
      <fieldset key={group}>
        <legend>{text.groups[group]}</legend>
        {group === 'reach' && (
          <>
            <Phones {...props} />
            <Emails {...props} />
          </>
        )}
        <div class="fields">
          {fields.map((field) => (
            <TextInput key={field} field={field} {...props} />
          ))}
        </div>
        {group === 'who' && (
          <div class="row">
            <Check field="vip" {...props} />
            <Check field="doNotCall" {...props} />
          </div>
        )}
      </fieldset>
    ))}
  </>
);

/** What is wrong with a field, where the screen reader finds it too. */
const Problem = ({ field, said }: { field: Field; said: Said }) =>
  said[field] === undefined ? null : (
    <span class="danger-text" id={`problem-${field}`}>
      {said[field]}
    </span>
  );

const refused = (field: Field, said: Said) => ({
  'data-field': field,
  'aria-invalid': said[field] !== undefined,
  'aria-describedby': said[field] === undefined ? undefined : `problem-${field}`,
});

const TextInput = ({ field, place, draft, said }: Props & { field: TextField }) => (
  <label class="field">
    {text.fields[field]}
    {text.hints[field] !== undefined && ` (${text.hints[field]})`}
    <input
      value={draft[field]}
      dir="auto"
      maxLength={textFields[field]}
      autocomplete="off"
      required={field === 'name'}
      {...refused(field, said)}
      onInput={(event) => change(place, { [field]: event.currentTarget.value })}
    />
    <Problem field={field} said={said} />
  </label>
);

const Check = ({ field, place, draft }: Props & { field: 'vip' | 'doNotCall' }) => (
  <label class="check">
    <input
      type="checkbox"
      checked={draft[field]}
      onChange={(event) => change(place, { [field]: event.currentTarget.checked })}
    />
    {text.fields[field]}
  </label>
);

function Phones({ place, draft, said }: Props) {
  const put = (phones: DraftPhone[]) => change(place, { phones });
  const replace = (index: number, part: Partial<DraftPhone>) =>
    put(draft.phones.map((phone, at) => (at === index ? { ...phone, ...part } : phone)));
  return (
    <div class="many">
      {draft.phones.length > 0 && <span class="muted">{text.fields.phones}</span>}
      {draft.phones.map((phone, index) => (
        <div class="row" key={index}>
          <select
            aria-label={text.label}
            value={phone.label}
            onChange={(event) => replace(index, { label: phoneLabels[event.currentTarget.selectedIndex] ?? 'work' })}
          >
            {phoneLabels.map((label) => (
              <option key={label} value={label}>
                {words.phoneLabels[label]}
              </option>
            ))}
          </select>
          <input
            class="grow"
            aria-label={text.fields.phones}
            value={phone.number}
            maxLength={200}
            autocomplete="off"
            {...refused('phones', said)}
            onInput={(event) => replace(index, { number: event.currentTarget.value })}
          />
          <button
            type="button"
            class="quiet"
            aria-label={text.removeOne(`${text.fields.phones} ${index + 1}`)}
            onClick={() => put(draft.phones.filter((_, at) => at !== index))}
          >
            {text.remove}
          </button>
        </div>
      ))}
      <Problem field="phones" said={said} />
      {draft.phones.length < most && (
        <button type="button" class="quiet" onClick={() => put([...draft.phones, { label: 'work', number: '' }])}>
          {text.addNumber}
        </button>
      )}
    </div>
  );
}

function Emails({ place, draft, said }: Props) {
  const put = (emails: string[]) => change(place, { emails });
  return (
    <div class="many">
      {draft.emails.length > 0 && <span class="muted">{text.fields.emails}</span>}
      {draft.emails.map((email, index) => (
        <div class="row" key={index}>
          <input
            class="grow"
            aria-label={text.fields.emails}
            value={email}
            maxLength={254}
            autocomplete="off"
            {...refused('emails', said)}
            onInput={(event) => put(draft.emails.with(index, event.currentTarget.value))}
          />
          <button
            type="button"
            class="quiet"
            aria-label={text.removeOne(`${text.fields.emails} ${index + 1}`)}
            onClick={() => put(draft.emails.filter((_, at) => at !== index))}
          >
            {text.remove}
          </button>
        </div>
      ))}
      <Problem field="emails" said={said} />
      {draft.emails.length < most && (
        <button type="button" class="quiet" onClick={() => put([...draft.emails, ''])}>
          {text.addEmail}
        </button>
      )}
    </div>
  );
}
