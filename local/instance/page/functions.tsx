import { useState } from 'preact/hooks';
import type { InstanceState } from '../types.ts';
import { Seconds } from './seconds.tsx';
import type { Act } from './use-instance.ts';
import { words } from './words.ts';

/** Slows a function down or lets it fail, and says which ones are in trouble. */
export function Functions({ functions, act }: { functions: InstanceState['functions']; act: Act }) {
  const [chosen, setChosen] = useState('');
  const [seconds, setSeconds] = useState(3);
  const name = functions.find((one) => one.name === chosen)?.name ?? functions[0]?.name;
  const inTrouble = functions.filter(({ slowMs, fails }) => slowMs > 0 || fails);
  const shared = sharedStart(functions.map((one) => one.name));
  const short = (full: string) => full.slice(shared.length);
  const slow = (of: string | undefined, by: number) => act('slow-function', { function: of, seconds: by });
  const fail = (of: string | undefined, on: boolean) => act('fail-function', { function: of, on });
  return (
    <section aria-labelledby="functions">
      <h2 id="functions">{words.functions}</h2>
      <div class="form">
        <label>
          {words.function}
          <select value={name} onChange={(event) => setChosen(event.currentTarget.value)}>
            {functions.map((one) => (
              <option key={one.name} value={one.name}>
                {short(one.name)}
              </option>
            ))}
          </select>
        </label>
        <Seconds value={seconds} onChange={setSeconds} />
        <div class="buttons">
          <button type="button" disabled={!name} onClick={() => slow(name, seconds)}>
            {words.slowDown}
          </button>
          <button type="button" disabled={!name} onClick={() => fail(name, true)}>
            {words.letFail}
          </button>
        </div>
      </div>
      <ul class="on-now">
        {inTrouble.map((one) => (
          <li key={one.name}>
            <span class="on">
              {short(one.name)}:{' '}
              {[...(one.slowMs > 0 ? [words.slower(one.slowMs / 1000)] : []), ...(one.fails ? [words.fails] : [])].join(
                ', ',
              )}
            </span>
            <button
              type="button"
              aria-label={`${words.backToNormal}: ${short(one.name)}`}
              onClick={() => {
                slow(one.name, 0);
                fail(one.name, false);
              }}
            >
              {words.backToNormal}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What all names begin with, up to a dash: the stack's name, which says nothing here. */
function sharedStart([first = '', ...others]: string[]): string {
  const ends = [...first.matchAll(/-/g)].map(({ index }) => index + 1);
  const isShared = (end: number) => others.every((other) => other.startsWith(first.slice(0, end)));
  const shared = others.length > 0 ? ends.findLast(isShared) : 0;
  return first.slice(0, shared ?? 0);
}
