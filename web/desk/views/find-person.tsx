import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ShownPerson } from '../../../domain/api.ts';
import { askable, type Searched, usePeopleSearch } from '../people-search.ts';
import { words } from '../words.ts';
import { PersonLine } from './person-line.tsx';

const text = words.find;

interface Props {
  label: string;
  onChoose: (person: ShownPerson) => void;
  /** The field's own id, where a key leads to it. */
  id?: string;
  /** Only for the screen reader: the field says itself what it is for. */
  quiet?: boolean;
  /** Enter while no person of the list is marked; true when that was all there is to do. */
  onEnter?: (typed: string) => boolean;
  /** What there is to do when nobody was found. */
  nobody?: (typed: string, close: () => void) => preact.ComponentChildren;
}

/**
 * A field that finds people by name, email, number or support ID as one types. The list belongs to the field as the ARIA
 * practices describe it: the focus stays in the field, arrows mark, Enter chooses, Escape closes.
 */
export function FindPerson({ label, onChoose, id, quiet = false, onEnter, nobody }: Props) {
  const own = useId();
  const field = id ?? `find-${own}`;
  const typed = useSignal('');
  const marked = useSignal(-1);
  const open = useSignal(false);
  const searched = usePeopleSearch(typed.value);
  const people = searched?.found?.people ?? [];
  const shown = open.value && askable(typed.value) !== '';
  const option = (index: number) => `${field}-${index}`;

  const fold = () => {
    open.value = false;
  };
  const close = () => {
    fold();
    typed.value = '';
    marked.value = -1;
  };
  const choose = (person: ShownPerson) => {
    close();
    onChoose(person);
  };
  const mark = (index: number) => {
    open.value = true;
    marked.value = people.length === 0 ? -1 : (index + people.length) % people.length;
    document.getElementById(option(marked.value))?.scrollIntoView({ block: 'nearest' });
  };
  const enter = () => {
    const person = shown ? people[marked.value] : undefined;
    if (person !== undefined) return choose(person);
    if (onEnter?.(typed.value) === true) return close();
    // An answer to fewer letters than stand there now is no basis for a choice.
    const [only] = people;
    if (searched?.text !== askable(typed.value) || only === undefined) return;
    if (people.length === 1) choose(only);
    else mark(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const act = {
      ArrowDown: () => mark(marked.value + 1),
      ArrowUp: () => mark(marked.value < 0 ? -1 : marked.value - 1),
      Enter: enter,
      Escape: () => (shown ? fold() : close()),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div class="find">
      <label class="field" for={field}>
        <span class={quiet ? 'unseen' : ''}>{label}</span>
      </label>
      <input
        id={field}
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: without a `list` the role is not implied
        role="combobox"
        list={undefined}
        autocomplete="off"
        maxLength={100}
        placeholder={quiet ? label : text.hint}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${field}-list`}
        aria-activedescendant={shown && marked.value >= 0 ? option(marked.value) : undefined}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          marked.value = -1;
          open.value = true;
        }}
        onFocus={() => {
          open.value = true;
        }}
        onBlur={(event) => {
          const to = event.relatedTarget;
          if (!(to instanceof Node && event.currentTarget.parentElement?.contains(to))) fold();
        }}
        onKeyDown={onKeyDown}
      />
      <div class="found" hidden={!shown}>
        <div role="listbox" id={`${field}-list`} aria-label={text.results} hidden={people.length === 0}>
          {people.map((person, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the marked one
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
            <div
              key={person.id}
              id={option(index)}
              role="option"
              aria-selected={index === marked.value}
              // Else the field loses the focus before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <PersonLine person={person} />
            </div>
          ))}
        </div>
        <Outcome searched={searched} />
        {searched?.found?.people.length === 0 && nobody?.(searched.text, close)}
      </div>
    </div>
  );
}

/** What the list itself does not say, for the eye and for the screen reader. */
function Outcome({ searched }: { searched: Searched | undefined }) {
  const said = () => {
    if (searched === undefined) return '';
    if (searched.trouble !== undefined) return searched.trouble.message;
    if (searched.found?.people.length === 0) return text.nobody;
    return searched.found?.more === true ? text.more : '';
  };
  return (
    <p class={searched?.trouble === undefined ? 'muted' : 'danger-text'} role="status">
      {said()}
    </p>
  );
}
