/**
 * The music that waiting callers hear. It is written here and not taken from anywhere, so nobody has rights in it, and
 * every account gets the same without knowing the ids of its instance's stock prompts. `bin/hold-music.ts` writes
 * `contact-flows/hold-music.wav`; the stack makes a prompt of that file.
 */

/** What a prompt must be: 8 kHz, one channel, µ-law (Amazon Connect, 'Create prompts'). */
const rate = 8000;
const beat = 0.4;
const beatsPerChord = 8;

/** Chords as MIDI notes, low to high; the arpeggio climbs and falls over them. */
const chords = [
  [48, 60, 64, 67, 71],
  [45, 57, 60, 64, 67],
  [41, 57, 60, 65, 69],
  [43, 55, 59, 62, 67],
  [40, 55, 59, 64, 67],
  [45, 57, 60, 64, 69],
  [38, 57, 60, 65, 69],
  [43, 55, 59, 62, 65],
];
const arpeggio = [0, 1, 2, 3, 4, 3, 2, 1];

/** The whole tune as a WAV file; its end runs into its beginning. */
export function holdMusic(): Uint8Array {
  const samples = new Float64Array(Math.round(chords.length * beatsPerChord * beat * rate));
  chords.forEach((chord, bar) => {
    arpeggio.forEach((step, i) => {
      const note = chord[step];
      if (note !== undefined) pluck(samples, (bar * beatsPerChord + i) * beat, note, step === 0 ? 0.32 : 0.2);
    });
  });
  return wav(samples);
}

/** Adds one fading note; its tail wraps around, so that the loop has no seam. */
function pluck(samples: Float64Array, at: number, note: number, loudness: number): void {
  const pitch = 440 * 2 ** ((note - 69) / 12);
  const start = Math.round(at * rate);
  for (let i = 0; i < 2 * rate; i++) {
    const t = i / rate;
    const envelope = loudness * Math.min(1, t / 0.01) * Math.exp(-2.2 * t) * Math.min(1, (2 - t) / 0.1);
    const tone = Math.sin(2 * Math.PI * pitch * t) + 0.3 * Math.sin(4 * Math.PI * pitch * t) * Math.exp(-4 * t);
    const index = (start + i) % samples.length;
    samples[index] = (samples[index] ?? 0) + envelope * tone;
  }
}

function wav(samples: Float64Array): Uint8Array {
  const file = new Uint8Array(58 + samples.length);
  const view = new DataView(file.buffer);
  const text = (at: number, value: string) => file.set(new TextEncoder().encode(value), at);
  text(0, 'RIFF');
  view.setUint32(4, file.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 18, true);
  view.setUint16(20, 7, true); // µ-law
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(38, 'fact');
  view.setUint32(42, 4, true);
  view.setUint32(46, samples.length, true);
  text(50, 'data');
  view.setUint32(54, samples.length, true);
  samples.forEach((sample, i) => {
    file[58 + i] = muLaw(sample);
  });
  return file;
}

/** ITU-T G.711 µ-law of a sample in -1..1. */
function muLaw(sample: number): number {
  const linear = Math.round(Math.max(-1, Math.min(1, sample)) * 32635);
  const magnitude = Math.abs(linear) + 132;
  const exponent = Math.floor(Math.log2(magnitude)) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~((linear < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}
