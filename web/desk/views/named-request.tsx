import { requestOf } from '../caller.ts';
import { words } from '../words.ts';

/** The way to the request that the caller named, where it is not shown itself. */
export function NamedRequest({ interactionId }: { interactionId: string }) {
  const number = requestOf(interactionId);
  if (number === undefined) return null;
  return (
    <p class="named">
      {words.who.named} <a href={`#/request/${encodeURIComponent(number)}`}>{number}</a>
    </p>
  );
}
