import { type Outcome, outcomeOf } from '../machine/dialled.ts';
import type { Contact, World } from './world.ts';

/**
 * The telephone of the contact's customer rings until it is answered or the call fails: `answered` or `failed` is called
 * once, unless the contact stops it before.
 */
export function ringOut(
  world: World,
  contact: Contact,
  then: { answered: () => void; failed: (why: NonNullable<Outcome['failure']>) => void },
): void {
  const stop = () => {
    cancel();
    contact.dialling = undefined;
  };
  const become = ({ failure }: Outcome) => {
    stop();
    if (failure) then.failed(failure);
    else then.answered();
  };
  const outcome = outcomeOf(contact.customer?.address ?? '');
  const cancel = world.ports.clock.after(outcome.after, () => become(outcome));
  contact.dialling = { stop, answer: () => become({ after: 0 }), fail: become };
}
