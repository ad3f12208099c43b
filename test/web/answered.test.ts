import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answered, type Callbacks } from '../../web/desk/phone/answered.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('is done when Connect says so', async () => {
  expect(await answered(({ success }) => success(), 1000)).toEqual({ answer: 'done' });
});

it.each([
  ['JSON text', '{"type":"InvalidStateException","message":"Cannot put call on hold"}', 'InvalidStateException'],
  ['a bare word', '"error"', undefined],
  ['no JSON at all', 'error', undefined],
  ['an empty object', '{}', undefined],
])('is refused with %s', async (_, error, type) => {
  expect(await answered(({ failure }) => failure(error), 1000)).toEqual({ answer: 'refused', type });
});

it('is refused when the library throws, as it does for a contact that has gone', async () => {
  const gone = () => {
    throw new RangeError('gone');
  };
  expect(await answered(gone, 1000)).toEqual({ answer: 'refused', type: 'RangeError' });
});

it('ends in no answer at the limit, and a later answer changes nothing', async () => {
  let callbacks: Callbacks | undefined;
  const answer = answered((given) => {
    callbacks = given;
  }, 1000);
  await vi.advanceTimersByTimeAsync(1000);
  callbacks?.success();
  expect(await answer).toEqual({ answer: 'no-answer' });
});
