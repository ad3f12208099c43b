import { useSignal } from '@preact/signals';
import type { ShownPerson } from '../../../domain/api.ts';
import type { Trouble } from '../api.ts';
import { personPages } from '../caller.ts';
import { mergePeople } from '../people.ts';
import { draftOf, type Field, fields } from '../person-draft.ts';
import { plain } from '../plain.ts';
import { goTo } from '../route.ts';
import { words } from '../words.ts';
import { FindPerson } from './find-person.tsx';
import { inWords } from './person-conflict.tsx';
import { Skeleton } from './skeleton.tsx';
import { TroubleNote } from './trouble-note.tsx';

const text = words.person.merge;

/** Two records of one person: find the other, see both, say which stays, confirm. */
export function MergePeople({ person, onDone }: { person: ShownPerson; onDone: () => void }) {
  const otherId = useSignal<string | undefined>(undefined);
  const same = useSignal(false);
  const choose = ({ id }: ShownPerson) => {
    same.value = id === person.id;
    otherId.value = same.value ? undefined : id;
    if (otherId.value !== undefined) void personPages.reload(otherId.value);
  };
  return (
    <fieldset class="ask">
      <legend>{text.button}</legend>
      <FindPerson label={text.find} onChoose={choose} />
      {same.value && <p class="danger-text">{text.same}</p>}
      {otherId.value !== undefined && <SideBySide key={otherId.value} one={person} otherId={otherId.value} />}
      <div class="row">
        <button type="button" onClick={onDone}>
          {words.person.cancel}
        </button>
      </div>
    </fieldset>
  );
}

function SideBySide({ one, otherId }: { one: ShownPerson; otherId: string }) {
  const { value, loading, trouble: unread } = personPages.of(otherId).value;
  const stays = useSignal<string | undefined>(undefined);
  const trouble = useSignal<Trouble | undefined>(undefined);
  const busy = useSignal(false);
  const other = value?.person;
  if (other === undefined || loading) {
    if (unread === undefined) return <Skeleton lines={4} />;
    const retry = () => void personPages.reload(otherId);
    return <TroubleNote what={words.trouble.notShown(words.trouble.reading.person)} trouble={unread} onRetry={retry} />;
  }
  const both = [one, other];
  const staying = both.find(({ id }) => id === stays.value);
  const leaving = both.find(({ id }) => id !== stays.value);
  const confirm = async () => {
    if (staying === undefined || leaving === undefined) return;
    busy.value = true;
    const result = await mergePeople(leaving, staying);
    busy.value = false;
    if (result.ok) goTo({ page: 'person', id: staying.id });
    else trouble.value = result.trouble;
  };
  const filled = fields.filter((field) => both.some((person) => isFilled(person, field)));
  const merged = both.some(({ mergedInto }) => mergedInto !== undefined);
  return (
    <>
      <p>
        <strong>{text.heading}</strong> {text.explain}
      </p>
      <table class="compare">
        <thead>
          <tr>
            <th scope="col">{words.person.conflict.field}</th>
            {both.map((person) => (
              <th scope="col" key={person.id}>
                <label class="check">
                  <input
                    type="radio"
                    name="stays"
                    checked={stays.value === person.id}
                    onChange={() => {
                      stays.value = person.id;
                    }}
                  />
                  <span>
                    <bdi>{plain(person.name)}</bdi> {text.stays}
                  </span>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map((field) => (
            <tr key={field}>
              <th scope="row">{words.person.fields[field]}</th>
              {both.map((person) => (
                <td key={person.id}>
                  <bdi class="text">{inWords(draftOf(person), field)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {merged && <p class="danger-text">{text.gone}</p>}
      {trouble.value !== undefined && <TroubleNote what={words.trouble.notSaved} trouble={trouble.value} />}
      <button type="button" class="danger" disabled={staying === undefined || merged || busy.value} onClick={confirm}>
        {busy.value && text.merging}
        {!busy.value &&
          (staying === undefined || leaving === undefined
            ? text.choose
            : text.confirm(plain(leaving.name), plain(staying.name)))}
      </button>
    </>
  );
}

const isFilled = (person: ShownPerson, field: Field): boolean => {
  const value = draftOf(person)[field];
  return Array.isArray(value) ? value.length > 0 : value !== '' && value !== false;
};
