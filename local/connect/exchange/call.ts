import type { Call, CallEvent, CallPhase } from '../types.ts';
import type { Contact } from './world.ts';

/** The line of a person with what only the exchange may do to it. */
export interface CallHandle extends Call {
  /** The contact that the person is in now; absent once the line is free. */
  contact?: Contact;
  record(event: CallEvent): void;
  enter(phase: CallPhase, at: number): void;
}

/** What the person does is handed on: `press` to the flow that listens, `hangUp` to the contact. */
export function createCall(
  of: Pick<Call, 'contactId' | 'direction' | 'number'>,
  hangUp: (line: CallHandle) => void,
): CallHandle {
  const listeners = new Set<(event: CallEvent) => void>();
  const call: CallHandle = {
    ...of,
    events: [],
    phase: of.direction === 'inbound' ? 'flow' : 'dialling',
    press(key) {
      if (!/^[0-9*#]$/.test(key)) throw new Error(`"${key}" is no key of a telephone; press one of 0-9 * #`);
      call.contact?.run?.press(key);
    },
    answer() {
      if (call.phase === 'dialling') call.contact?.dialling?.answer();
    },
    hangUp() {
      if (call.phase !== 'ended') hangUp(call);
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
