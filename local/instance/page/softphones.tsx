import { useState } from 'preact/hooks';
import { Seconds } from './seconds.tsx';
import type { Act } from './use-instance.ts';
import { words } from './words.ts';

/** Delays the snapshots, by which softphones learn of every change. */
export function Softphones({ delayMs, act }: { delayMs: number; act: Act }) {
  const [seconds, setSeconds] = useState(2);
  return (
    <section aria-labelledby="softphones">
      <h2 id="softphones">{words.softphones}</h2>
      <div class="form">
        <Seconds value={seconds} onChange={setSeconds} />
        <div class="buttons">
          <button type="button" onClick={() => act('delay-snapshots', { seconds })}>
            {words.delay}
          </button>
        </div>
      </div>
      {delayMs > 0 && (
        <p class="on-now">
          <span class="on">{words.late(delayMs / 1000)}</span>
          <button
            type="button"
            aria-label={`${words.backToNormal}: ${words.softphones}`}
            onClick={() => act('delay-snapshots', { seconds: 0 })}
          >
            {words.backToNormal}
          </button>
        </p>
      )}
    </section>
  );
}
