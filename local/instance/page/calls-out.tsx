import type { Caller } from '../../phone/types.ts';
import { words } from './words.ts';

/** What becomes of a number that an agent dials, with the sample people for each outcome. */
export function CallsOut({ people }: { people: Caller[] }) {
  return (
    <section aria-labelledby="calls-out">
      <h2 id="calls-out">{words.callsOut}</h2>
      <dl>
        {words.endings.map(([digits, outcome]) => (
          <div key={digits}>
            <dt>
              … {digits}: {outcome}
            </dt>
            {people
              .filter(({ number }) => number.endsWith(digits))
              .map(({ name, number }) => (
                <dd key={`${name} ${number}`}>
                  {name} · {number}
                </dd>
              ))}
          </div>
        ))}
      </dl>
      <p class="small quiet">{words.othersAnswer}</p>
    </section>
  );
}
