import { useEffect } from 'preact/hooks';
import { words } from './words.ts';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const letters: Record<string, string> = {
  '2': 'ABC',
  '3': 'DEF',
  '4': 'GHI',
  '5': 'JKL',
  '6': 'MNO',
  '7': 'PQRS',
  '8': 'TUV',
  '9': 'WXYZ',
};
const names: Record<string, string> = { '*': 'star', '#': 'hash' };

/** Twelve keys, also by the keyboard. */
export function Keypad({ onPress }: { onPress: (key: string) => void }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !keys.includes(event.key)) return;
      event.preventDefault();
      onPress(event.key);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [onPress]);

  return (
    <section aria-label={words.keypad} class="keypad">
      {keys.map((key) => (
        <button key={key} type="button" aria-label={names[key]} onClick={() => onPress(key)}>
          {key}
          <small aria-hidden="true">{letters[key] ?? ''}</small>
        </button>
      ))}
    </section>
  );
}
