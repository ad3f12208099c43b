import type { Call, CallEvent, Connect } from '../connect/types.ts';
import type { Problems } from './types.ts';

/** The instance, with the faults of every call also noted as problems. */
export function notingFaults<T extends Connect>(connect: T, problems: Problems): T {
  const note = (event: CallEvent) => {
    if (event.kind === 'fault') problems.add(`call: ${event.message}`);
  };
  return {
    ...connect,
    dial(asked): Call {
      const call = connect.dial(asked);
      call.events.forEach(note);
      call.onEvent(note);
      return call;
    },
  };
}
