import { useState } from 'preact/hooks';
import type { PhoneBook } from '../types.ts';
import { withheld, words } from './words.ts';

const other = 'other';

/** Who calls, and which number. */
export function DialForm({ book, onDial }: { book: PhoneBook; onDial: (from: string, to: string) => Promise<void> }) {
  const [choice, setChoice] = useState(book.people.length > 0 ? '0' : other);
  const [typed, setTyped] = useState('');
  const [to, setTo] = useState(book.numbers[0] ?? '');
  const [dialling, setDialling] = useState(false);

  const from = choice === other ? typed : choice === withheld ? withheld : (book.people[Number(choice)]?.number ?? '');
  const submit = async (event: Event) => {
    event.preventDefault();
    setDialling(true);
    await onDial(from, to);
    setDialling(false);
  };

  if (book.numbers.length === 0) return <p class="problem">{words.noNumbers}</p>;
  return (
    <form onSubmit={submit}>
      <label for="from">{words.callAs}</label>
      <select id="from" value={choice} onChange={(event) => setChoice(event.currentTarget.value)}>
        <optgroup label={words.samplePeople}>
          {book.people.map((person, index) => (
            <option key={`${person.name} ${person.number}`} value={String(index)}>
              {person.name} · {person.number}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.somebodyElse}>
          <option value={other}>{words.anotherNumber}</option>
          <option value={withheld}>{words.withhold}</option>
        </optgroup>
      </select>
      {choice === other && (
        <>
          <label for="typed">{words.callersNumber}</label>
          <input
            id="typed"
            value={typed}
            autocomplete="off"
            spellcheck={false}
            maxLength={256}
            placeholder="+44 20 7946 0018"
            aria-describedby="typed-hint"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <p id="typed-hint" class="hint">
            {words.deliveredAsItStands}
          </p>
        </>
      )}
      <label for="to">{words.numberToDial}</label>
      {book.numbers.length === 1 ? (
        <output id="to" class="number">
          {to}
        </output>
      ) : (
        <select id="to" value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          {book.numbers.map((number) => (
            <option key={number}>{number}</option>
          ))}
        </select>
      )}
      <button type="submit" class="call" disabled={dialling}>
        {words.call}
      </button>
    </form>
  );
}
