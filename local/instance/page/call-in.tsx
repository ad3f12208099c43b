import { useState } from 'preact/hooks';
import { withheld } from '../../phone/page/words.ts';
import type { InstanceBook } from '../types.ts';
import type { Act } from './use-instance.ts';
import { words } from './words.ts';

/** Places a call as one of the sample people; what such a caller hears and presses has a page of its own. */
export function CallIn({ book: { people, numbers }, act }: { book: InstanceBook; act: Act }) {
  const [from, setFrom] = useState('0');
  const [to, setTo] = useState(numbers[0] ?? '');
  const special: Record<string, string> = { withheld, none: '' };
  const call = (event: Event) => {
    event.preventDefault();
    act('call-in', { from: special[from] ?? people[Number(from)]?.number ?? '', to });
  };
  return (
    <section aria-labelledby="call-in">
      <h2 id="call-in">{words.callIn}</h2>
      {numbers.length === 0 ? (
        <p class="quiet">{words.noNumbers}</p>
      ) : (
        <form onSubmit={call}>
          <label>
            {words.callAs}
            <select value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
              {people.map(({ name, number }, index) => (
                <option key={`${name} ${number}`} value={String(index)}>
                  {name} · {number}
                </option>
              ))}
              <optgroup label={words.somebodyElse}>
                <option value="withheld">{words.withhold}</option>
                <option value="none">{words.noNumber}</option>
              </optgroup>
            </select>
          </label>
          {numbers.length > 1 && (
            <label>
              {words.to}
              <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
                {numbers.map((number) => (
                  <option key={number}>{number}</option>
                ))}
              </select>
            </label>
          )}
          <button type="submit" class="go">
            {words.call}
          </button>
        </form>
      )}
      <p class="small">
        <a href="/phone">{words.callersPage}</a>
      </p>
    </section>
  );
}
