import type { Call, CallEvent, CallPhase } from '../types.ts';

/** The caller's end of a call with what only the exchange may do to it. */
export interface CallHandle extends Call {
  record(event: CallEvent): void;
  enter(phase: CallPhase, at: number): void;
}

/** What the caller does is handed on: `press` to the flow that listens, `hangUp` to the contact. */
export function createCall(
  contactId: string,
  caller: { press: (key: string) => void; hangUp: () => void },
): CallHandle {
  const listeners = new Set<(event: CallEvent) => void>();
  const call: CallHandle = {
    contactId,
    events: [],
    phase: 'flow',
    press(key) {
      if (!/^[0-9*#]$/.test(key)) throw new Error(`"${key}" is no key of a telephone; press one of 0-9 * #`);
      if (call.phase !== 'ended') caller.press(key);
    },
    hangUp() {
      if (call.phase !== 'ended') caller.hangUp();
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    record(event) {
      call.events.push(event);
      for (const listener of listeners) listener(event);
    },
    enter(phase, at) {
      if (call.phase === phase && call.events.some((event) => event.kind === 'phase')) return;
      call.phase = phase;
      call.record({ kind: 'phase', at, phase });
    },
  };
  return call;
}
