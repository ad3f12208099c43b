/** People as one types: asked a moment after the last key, and only the answer to what stands there now is shown. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PeopleSearch } from '../../domain/api.ts';
import { api, type Trouble } from './api.ts';

/** Long enough that a fast typist asks once per word, short enough to feel at once. */
const restMs = 150;
/** The desk searches by no fewer: names in these scripts are often only two characters long. */
const fewest = (text: string) =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 2 : 3;

/** Text that is worth asking about, else `''`. */
export const askable = (typed: string): string => {
  const text = typed.trim();
  return [...text].length < fewest(text) ? '' : text.slice(0, 100);
};

export interface Searched {
  /** What `found` answers. */
  text: string;
  found?: PeopleSearch;
  trouble?: Trouble;
}

/** The latest answer for what is typed; an older one stays until the newer is there, so that the list does not blink. */
export function usePeopleSearch(typed: string): Searched | undefined {
  const searched = useSignal<Searched | undefined>(undefined);
  const text = askable(typed);
  useEffect(() => {
    if (text === '') {
      searched.value = undefined;
      return;
    }
    let wanted = true;
    const timer = setTimeout(async () => {
      const result = await api.searchPeople(text);
      if (!wanted) return;
      searched.value = result.ok ? { text, found: result.value } : { text, trouble: result.trouble };
    }, restMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  return text === '' ? undefined : searched.value;
}
