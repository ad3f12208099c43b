import { interactionPages } from '../calls.ts';
import { fateOf, handedOver, setHandedOver } from '../handed-over.ts';
import { words } from '../words.ts';

/** What became of the customer who was handed over; it stays until it is dismissed or the next call comes. */
export function HandedOverNote() {
  const watched = handedOver.value;
  if (watched === undefined) return null;
  const fate = fateOf(watched, interactionPages.of(watched.interactionId).value.value);
  const text = words.handedOver;
  const said =
    fate.fate === 'back' ? text.back(fate.queue) : fate.fate === 'lost' ? text.lost : text[fate.fate](fate.who);
  const alarming = fate.fate === 'back' || fate.fate === 'lost';
  return (
    <div class={alarming ? 'trouble' : 'note'} role={alarming ? 'alert' : 'status'}>
      <p>{said}</p>
      <button type="button" onClick={() => setHandedOver(undefined)}>
        {words.trouble.dismiss}
      </button>
    </div>
  );
}
