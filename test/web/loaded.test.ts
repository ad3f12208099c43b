import { expect, it } from 'vitest';
import type { Result } from '../../web/desk/api.ts';
import { keyed } from '../../web/desk/loaded.ts';

/** A source whose answers the test gives, in the order it likes. */
function source() {
  const waiting: ((result: Result<string>) => void)[] = [];
  const store = keyed<string>(() => new Promise((resolve) => waiting.push(resolve)));
  const answer = async (index: number, result: Result<string>) => {
    waiting[index]?.(result);
    await new Promise((done) => setImmediate(done));
  };
  return { store, answer, asked: () => waiting.length };
}
const ok = (value: string): Result<string> => ({ ok: true, value });
const trouble = { kind: 'network', message: 'no network' } as const;

it('reads a key once, however many look at it', () => {
  const { store, asked } = source();
  expect(store.of('a')).toBe(store.of('a'));
  expect(asked()).toBe(1);
});

it('keeps the latest answer when an earlier one comes late', async () => {
  const { store, answer } = source();
  const shown = store.of('a');
  void store.reload('a');
  await answer(1, ok('new'));
  await answer(0, ok('old'));
  expect(shown.value).toEqual({ loading: false, value: 'new' });
});

it('keeps what is shown when reading anew fails', async () => {
  const { store, answer } = source();
  const shown = store.of('a');
  await answer(0, ok('known'));
  void store.reload('a');
  await answer(1, { ok: false, trouble });
  expect(shown.value).toEqual({ loading: false, value: 'known', trouble });
});

it('does not read a place that is only expected, until it is reloaded', async () => {
  const { store, answer, asked } = source();
  store.expect('a');
  const shown = store.of('a');
  expect(asked()).toBe(0);
  void store.reload('a');
  await answer(0, ok('read'));
  expect(shown.value).toEqual({ loading: false, value: 'read' });
});
