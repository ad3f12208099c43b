import type { Call, CallEvent, Connect } from '../connect/types.ts';
import type { LineEvent } from './types.ts';

/** One call as its caller's page follows it. */
export interface Line {
  call: Call;
  /** Everything so far, oldest first. */
  log: LineEvent[];
  press(key: string): void;
  /** Called for each later event; the answer ends it. */
  follow(listener: (event: LineEvent) => void): () => void;
}

/** Follows a call and adds what the caller's page wants to say: who the agent is, and which keys were pressed. */
export function createLine(
  call: Call,
  connect: Connect,
  now: () => number,
  dialled?: { from: string; to: string },
): Line {
  const listeners = new Set<(event: LineEvent) => void>();
  const log: LineEvent[] = call.events.map((event) => described(event, call, connect));
  if (dialled) log.unshift({ kind: 'dialled', at: log[0]?.at ?? now(), ...dialled });
  const add = (event: LineEvent) => {
    log.push(event);
    for (const listener of listeners) listener(event);
  };
  // The agent's own view changes in the same transition as the call's phase, maybe a moment later.
  call.onEvent((event) => queueMicrotask(() => add(described(event, call, connect))));

  return {
    call,
    log,
    press(key) {
      call.press(key);
      queueMicrotask(() => add({ kind: 'pressed', at: now(), key }));
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function described(event: CallEvent, call: Call, connect: Connect): LineEvent {
  if (event.kind !== 'phase') return event;
  if (event.phase === 'talking' || event.phase === 'onHold') return { ...event, agent: agentOf(call, connect) };
  return event.phase === 'ended' ? { ...event, endedBy: call.endedBy } : event;
}

/** The name of the agent who is on this call; a transferred call has contacts of its own, all with the same first one. */
function agentOf(call: Call, connect: Connect): string | undefined {
  const onCall = connect
    .agents()
    .find((agent) =>
      agent.contacts.some(
        (contact) =>
          contact.state.type === 'connected' &&
          (contact.contactId === call.contactId || contact.initialContactId === call.contactId),
      ),
    );
  return onCall?.name;
}
