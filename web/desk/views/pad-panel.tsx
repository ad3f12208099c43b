import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { sendDigits } from '../phone/act.ts';
import { closeTool } from '../tool.ts';
import { words } from '../words.ts';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** The dial pad: each key is sent as it is pressed, by pointer or keyboard, one after the other. */
export function PadPanel() {
  const sent = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  // Before the pad is painted: a key that is typed at once would go to the page, where some end the call.
  useLayoutEffect(() => field.current?.focus(), []);
  const press = (key: string) => {
    if (!keys.includes(key)) return;
    sent.value += key;
    line.current = line.current.then(() => sendDigits(key));
  };
  return (
    <section class="tool" aria-label={words.pad.heading}>
      <input
        ref={field}
        class="time"
        aria-label={words.pad.sent}
        value={sent.value}
        readOnly
        onKeyDown={({ key, repeat, ctrlKey, metaKey }) => {
          if (key === 'Escape') closeTool();
          // A key that is held is one key, and with Ctrl or Cmd a digit changes the browser's tab.
          if (!repeat && !ctrlKey && !metaKey) press(key);
        }}
      />
      <div class="pad">
        {keys.map((key) => (
          <button key={key} type="button" aria-label={words.pad.key(key)} onClick={() => press(key)}>
            {key}
          </button>
        ))}
      </div>
    </section>
  );
}
