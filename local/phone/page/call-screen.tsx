import { useCallback, useState } from 'preact/hooks';
import type { Caller, LineEvent } from '../types.ts';
import { hangUp, press } from './api.ts';
import { Keypad } from './keypad.tsx';
import { playing } from './line-state.ts';
import { SoundSwitch } from './sound-switch.tsx';
import type { Speech } from './speech.ts';
import { Transcript } from './transcript.tsx';
import { useLine } from './use-line.ts';
import { callerInWords, duration, endInWords, phaseInWords, words } from './words.ts';

const aloudKey = 'deskline-read-aloud';

/** One call, from dialling to its end. */
export function CallScreen(props: {
  contactId: string;
  people: Caller[];
  speech: Speech;
  onLeave: (reason?: string) => void;
  onAgain: (from: string, to: string) => void;
}) {
  const { contactId, people, speech, onLeave, onAgain } = props;
  const [aloud, setAloud] = useState(() => localStorage.getItem(aloudKey) === 'yes');
  const [problem, setProblem] = useState<string>();

  const say = (event: LineEvent) => {
    if (event.kind === 'heard' && localStorage.getItem(aloudKey) === 'yes') speech.say(event.text);
    if (event.kind === 'phase' && event.phase !== 'flow' && event.phase !== 'queue') speech.silence();
  };
  const { line, now, lost } = useLine(contactId, say, () => onLeave(words.gone));
  const attempt = (action: Promise<unknown>) => {
    action.then(
      () => setProblem(undefined),
      (error: Error) => setProblem(error.message),
    );
  };
  const pressKey = useCallback((key: string) => attempt(press(contactId, key)), [contactId]);
  const listenAloud = (on: boolean) => {
    localStorage.setItem(aloudKey, on ? 'yes' : 'no');
    setAloud(on);
    if (!on) speech.silence();
  };

  const ended = line.phase === 'ended';
  const { dialled } = line;
  const startedAt = line.startedAt ?? now;
  const phase = phaseInWords(line.phase, line.agent);
  return (
    <div class={`line ${line.phase ?? 'dialling'}`}>
      {dialled && (
        <p class="who">
          {callerInWords(dialled.from, people)} {words.calls} {dialled.to}
        </p>
      )}
      <div class="phase">
        <p class="where" role="status">
          {phase}
          {ended && <span>{endInWords(line.endedBy)}</span>}
        </p>
        <p class="timer" role="timer" aria-label="Duration of the call">
          {duration((ended ? (line.since ?? now) : now) - startedAt)}
        </p>
      </div>
      {[...line.faults, ...(lost ? [words.lost] : []), ...(problem ? [problem] : [])].map((text) => (
        <p key={text} class="problem" role="alert">
          {text}
        </p>
      ))}
      <Transcript
        heading={ended ? words.hadHeard : words.heard}
        entries={line.transcript}
        startedAt={startedAt}
        playing={playing(line, now)}
        now={now}
      />
      {ended ? (
        <div class="actions">
          {dialled && (
            <button type="button" class="call" onClick={() => onAgain(dialled.from, dialled.to)}>
              {words.again}
            </button>
          )}
          <button type="button" onClick={() => onLeave()}>
            {words.newCall}
          </button>
        </div>
      ) : (
        <>
          <Keypad onPress={pressKey} />
          <button type="button" class="hang-up" onClick={() => attempt(hangUp(contactId))}>
            {words.hangUp}
          </button>
          <SoundSwitch
            contactId={contactId}
            agent={line.phase === 'talking' || line.phase === 'onHold' ? (line.agent ?? '') : undefined}
            onHold={line.phase === 'onHold'}
          />
          <Aloud possible={speech.possible()} on={aloud} onChange={listenAloud} />
        </>
      )}
      {line.blocks.length > 0 && (
        <details class="behind">
          <summary>{words.behind}</summary>
          <ol>
            {line.blocks.map((block, index) => (
              <li key={`${index} ${block}`}>{block}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function Aloud({ possible, on, onChange }: { possible: boolean; on: boolean; onChange: (on: boolean) => void }) {
  if (!possible) return null;
  return (
    <label class="aloud">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      {words.readAloud}
    </label>
  );
}
