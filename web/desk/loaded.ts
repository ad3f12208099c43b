/** What is read from the API, by key: kept while it is read anew, so that nothing on the page blinks. */
import { type Signal, signal } from '@preact/signals';
import type { Result, Trouble } from './api.ts';

export interface Loaded<T> {
  loading: boolean;
  value?: T;
  /** Why the last reading failed; `value` may still hold an earlier one. */
  trouble?: Trouble;
}

export interface Keyed<T> {
  /** The signal of this key; the first to ask starts the reading. */
  of: (key: string) => Signal<Loaded<T>>;
  reload: (key: string) => Promise<void>;
  /** Makes the place without reading: a `reload` will follow when more urgent things are done. */
  expect: (key: string) => void;
  change: (key: string, change: (value: T) => T) => void;
}

/** `load` is asked once per key and again for each reload; only the latest answer of a key is kept. */
export function keyed<T>(load: (key: string) => Promise<Result<T>>): Keyed<T> {
  const known = new Map<string, { signal: Signal<Loaded<T>>; turn: number }>();

  const place = (key: string) => {
    const made = { signal: signal<Loaded<T>>({ loading: true }), turn: 0 };
    known.set(key, made);
    return made;
  };
  const entry = (key: string) => {
    const existing = known.get(key);
    if (existing) return existing;
    const made = place(key);
    void read(key);
    return made;
  };

  async function read(key: string): Promise<void> {
    const { signal } = entry(key);
    const current = known.get(key);
    if (current === undefined) return;
    const turn = ++current.turn;
    const result = await load(key);
    if (turn !== current.turn) return;
    signal.value = result.ok
      ? { loading: false, value: result.value }
      : { loading: false, value: signal.peek().value, trouble: result.trouble };
  }

  return {
    of: (key) => entry(key).signal,
    reload: async (key) => {
      if (!known.has(key)) return void entry(key);
      const { signal } = entry(key);
      signal.value = { ...signal.peek(), loading: true };
      await read(key);
    },
    expect: (key) => {
      if (!known.has(key)) place(key);
    },
    change: (key, change) => {
      const current = known.get(key)?.signal;
      if (current?.peek().value === undefined) return;
      current.value = { ...current.peek(), value: change(current.peek().value as T) };
    },
  };
}
