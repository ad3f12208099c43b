import { expect } from 'vitest';
import { runUntil } from '../../local/connect/clock.ts';
import { aDesk, type DeskOptions } from './desk.ts';

export interface CallOptions extends DeskOptions {
  /** The caller id as delivered; a number nobody has unless told. */
  from?: string;
  /** Instead of the inbound flow: what the number leads to, made on the desk. */
  flow?: (desk: ReturnType<typeof aDesk>) => string;
}

/** Connections of a contact, in their order. */
const sides = ['agent', 'customer', 'third'];

const tenMinutes = 600_000;

/**
 * A call to our flows, told as the caller lives it. Each step lets the instance's time pass until what it names has
 * happened, and fails when it cannot happen any more; waiting takes no real time.
 */
export async function startCall(options: CallOptions = {}) {
  const desk = aDesk(options);
  const call = await desk.dial(options.from ?? '+12125550199', options.flow?.(desk));
  const spoken = () => call.events.flatMap((event) => (event.kind === 'heard' ? [event.text] : []));
  const until = (condition: () => boolean) => runUntil(desk.connect, desk.clock, condition, tenMinutes);
  let position = 0;

  /** Waits until these words are heard, after those that were waited for before. */
  async function hears(words: string): Promise<void> {
    const find = () => spoken().findIndex((text, index) => index >= position && text.includes(words));
    try {
      await until(() => find() >= 0);
    } catch (cause) {
      throw new Error(
        `the caller did not hear "${words}", but: ${
          spoken()
            .slice(position, position + 6)
            .join(' | ') || 'nothing'
        }`,
        {
          cause,
        },
      );
    }
    position = find() + 1;
  }

  /** A command of Ned's, or of another agent's, on the contact that came to their screen last. */
  function agentDoes(operation: string, params: Record<string, unknown> = {}, username = 'ned'): void {
    const contact = desk.connect.agent(username)?.contacts.at(-1);
    const connection = contact?.connections[sides.indexOf(String(params.side ?? 'agent'))];
    const ids = { contactId: contact?.contactId, connectionId: connection?.connectionId };
    expect(desk.connect.act(username, { operation, params: { ...ids, ...params } })).toMatchObject({ ok: true });
  }

  return {
    hears,
    agentDoes,
    presses: (key: string) => call.press(key),
    hangsUp: () => call.hangUp(),
    async isQueuedIn(name: 'Service desk' | 'Billing' | 'Network') {
      await until(() => call.phase === 'queue' || call.phase === 'ringing');
      expect(desk.queued.at(-1)).toBe(desk.queues.get(name));
    },
    /** The flow hung up, and these were the last words. */
    async isSentAwayWith(words: string) {
      await until(() => call.phase === 'ended');
      expect(call.endedBy).toBe('flow');
      expect(spoken().at(-1)).toContain(words);
      expect(desk.queued).toEqual([]);
    },
    async isIn(phase: typeof call.phase) {
      await until(() => call.phase === phase);
    },
    /** What an agent's screen would show of the caller. */
    attributes: () => desk.attributesOf(call.contactId),
    /** What a block had to say for itself, e.g. what it spoke to the agent. */
    traceOf: (id: string, flow?: string) =>
      call.events.find((event) => event.kind === 'block' && event.id === id && (!flow || event.flow === flow)),
    until,
    /** A second caller, to the same desk. */
    alsoDials: (flow?: CallOptions['flow'], from = '+12125550177') => desk.dial(from, flow?.(desk)),
    /** Seconds of the instance's time since the call came in. */
    seconds: () => ((call.events.at(-1)?.at ?? 0) - (call.events[0]?.at ?? 0)) / 1000,
    call,
    desk,
  };
}
