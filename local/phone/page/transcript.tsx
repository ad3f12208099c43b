import { useEffect, useRef } from 'preact/hooks';
import type { Spoken } from './line-state.ts';
import { duration, promptKinds, words } from './words.ts';

/** What the caller heard and pressed, each with the time since the call began; the prompt that plays now is marked. */
export function Transcript(props: {
  heading: string;
  entries: Spoken[];
  startedAt: number;
  playing?: Spoken;
  now: number;
}) {
  const { heading, entries, startedAt, playing, now } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [entries.length]);

  return (
    <section class="heard">
      <h2 id="heard">{heading}</h2>
      {entries.length === 0 && <p class="hint">{words.nothingHeard}</p>}
      {/* A scrolling region must be reachable by the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls */}
      <div ref={list} class="scroll" role="log" aria-labelledby="heard" tabIndex={0}>
        <ol>
          {entries.map((entry, index) => (
            <Entry
              key={`${entry.at} ${index}`}
              entry={entry}
              at={entry.at - startedAt}
              played={entry === playing ? share(entry, now) : undefined}
            />
          ))}
        </ol>
      </div>
    </section>
  );
}

function Entry({ entry, at, played }: { entry: Spoken; at: number; played?: number }) {
  const time = <time>{duration(at)}</time>;
  if (entry.kind === 'pressed') {
    return (
      <li class="pressed">
        {time}
        <p>{words.pressed(entry.key)}</p>
      </li>
    );
  }
  return (
    <li class={played === undefined ? undefined : 'playing'}>
      {time}
      <p>
        <span class="kind">{promptKinds[entry.prompt]}</span>
        {entry.text}
        {played !== undefined && <progress max={1} value={played} aria-hidden="true" />}
      </p>
    </li>
  );
}

const share = (entry: Spoken, now: number) =>
  entry.kind === 'heard' && entry.ms > 0 ? Math.min(1, Math.max(0, (now - entry.at) / entry.ms)) : 0;
