import { useEffect, useRef, useState } from 'preact/hooks';
import { connectSound, type SoundLine } from './sound.ts';
import { words } from './words.ts';

const soundKey = 'deskline-sound';
const wanted = () => new URLSearchParams(location.search).has('sound') || localStorage.getItem(soundKey) === 'yes';

/**
 * The switch for real sound with the agent's softphone. Off, the page asks for nothing. `agent` is who is on the line
 * now, on hold included; another one gets a line of its own.
 */
export function SoundSwitch(props: { contactId: string; agent?: string; onHold: boolean }) {
  const { contactId, agent, onHold } = props;
  const [on, setOn] = useState(wanted);
  const [line, setLine] = useState<SoundLine>();
  const [problem, setProblem] = useState<string>();
  const speaker = useRef<HTMLAudioElement>(null);

  useEffect(() => {
    setProblem(undefined);
    if (!on || agent === undefined) return undefined;
    let current = true;
    let made: SoundLine | undefined;
    const hear = (stream: MediaStream) => {
      if (speaker.current) speaker.current.srcObject = stream;
    };
    connectSound(contactId, hear).then(
      (connected) => {
        made = connected;
        if (current) setLine(connected);
        else connected.close();
      },
      (error: Error) => current && setProblem(error.message),
    );
    return () => {
      current = false;
      made?.close();
      setLine(undefined);
    };
  }, [on, agent, contactId]);
  useEffect(() => {
    line?.silence(onHold);
    if (speaker.current) speaker.current.muted = onHold;
  }, [line, onHold]);

  const change = (checked: boolean) => {
    localStorage.setItem(soundKey, checked ? 'yes' : 'no');
    setOn(checked);
  };
  return (
    <>
      <label class="aloud">
        <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
        {words.sound}
      </label>
      {line && <p class="hint">{words.soundOn}</p>}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {/* biome-ignore lint/a11y/useMediaCaption: a live call has none */}
      <audio ref={speaker} autoplay />
    </>
  );
}
