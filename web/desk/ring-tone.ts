/** The ring tone, made by the browser: two soft notes, a second on, two seconds off. */

/** Frequencies in Hz and lengths in seconds of one ring. */
const notes = [523.25, 659.25];
const on = 1;
const period = 3;

function ringOnce(context: AudioContext, volume: number): void {
  const start = context.currentTime;
  const gain = context.createGain();
  gain.connect(context.destination);
  // Ramps, because a tone that starts or stops at once clicks.
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + 0.05);
  gain.gain.setValueAtTime(volume, start + on - 0.1);
  gain.gain.linearRampToValueAtTime(0, start + on);
  for (const [index, frequency] of notes.entries()) {
    const note = context.createOscillator();
    note.frequency.value = frequency;
    note.connect(gain);
    note.start(start + index * 0.2);
    note.stop(start + on);
  }
}

/** The loudspeaker of this name as this page knows it: ids differ between the page and the softphone's frame. */
async function useSpeaker(context: AudioContext, label: string): Promise<void> {
  try {
    const all = await navigator.mediaDevices.enumerateDevices();
    const speaker = all.find((one) => one.kind === 'audiooutput' && one.label === label);
    // Newer than the library's types; a browser without it rings where it always does.
    const { setSinkId } = context as { setSinkId?: (id: string) => Promise<void> };
    if (speaker) await setSinkId?.call(context, speaker.deviceId);
  } catch {
    // A ring from another loudspeaker is better than none.
  }
}

/**
 * Rings until the answer is called. `volume` from 0, silence, to 1; `ringer` is the name of the loudspeaker to ring from.
 * A browser that lets no page sound before its first click stays silent; title, icon and notification still tell.
 */
export function startRinging(volume: number, ringer = ''): () => void {
  if (volume === 0 || typeof AudioContext === 'undefined') return () => {};
  const context = new AudioContext();
  void context.resume().catch(() => {});
  if (ringer !== '') void useSpeaker(context, ringer);
  ringOnce(context, volume);
  const again = setInterval(() => ringOnce(context, volume), period * 1000);
  return () => {
    clearInterval(again);
    void context.close();
  };
}

/** One ring, to hear how loud it is. */
export function tryRing(volume: number, ringer?: string): void {
  const stop = startRinging(volume, ringer);
  setTimeout(stop, on * 1000);
}
