import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { holdMusic } from '../../../domain/flow/hold-music.ts';

const file = readFileSync(new URL('../../../contact-flows/hold-music.wav', import.meta.url));

it('is the file that the stack deploys', () => {
  expect(file.equals(holdMusic())).toBe(true);
});

it('is within what a prompt may be: 8 kHz, one channel, µ-law, less than 5 minutes', () => {
  expect([file.readUInt16LE(20), file.readUInt16LE(22), file.readUInt32LE(24)]).toEqual([7, 1, 8000]);
  expect(file.readUInt32LE(54) / 8000).toBeLessThan(300);
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
});

it('can be heard and never clips', () => {
  // In µ-law 0x80 and 0x00 are the loudest samples, 0xff is silence.
  const samples = file.subarray(58);
  expect(samples.some((sample) => (sample & 0x7f) === 0)).toBe(false);
  expect(samples.filter((sample) => (sample & 0x7f) < 0x50).length).toBeGreaterThan(samples.length / 2);
});
