import { useSignal } from '@preact/signals';
import { callNumber } from '../calling-out.ts';
import { phone } from '../phone/phone.ts';
import { words } from '../words.ts';

export const dialFieldId = 'dial';

/** A number to call, as anybody would write it; the desk reads it. */
export function DialForm() {
  const typed = useSignal('');
  const { agent } = phone.value;
  if (agent !== undefined && !agent.mayDial) return null;
  const send = (event: Event) => {
    event.preventDefault();
    const display = typed.value.trim();
    if (display !== '') void callNumber({ display });
  };
  return (
    <form class="row dial" onSubmit={send}>
      <input
        id={dialFieldId}
        class="grow"
        type="tel"
        aria-label={words.callsOut.number}
        placeholder={words.callsOut.number}
        maxLength={60}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
      />
      <button type="submit" aria-keyshortcuts="k">
        {words.callsOut.call}
      </button>
    </form>
  );
}
