import { randomUUID } from 'node:crypto';
import type { Connect } from '../types.ts';
import type { AgentSockets } from './socket.ts';

/** What the softphone frame listens to and speaks on; `ccp/sound.js` knows the same word. */
const soundTopic = 'deskline/sound';

/** The agent may have to allow the microphone first. */
const patienceMs = 20_000;

/** Lets two browsers on this machine find each other: the sound itself goes from one to the other. */
export interface SoundRelay {
  /**
   * Offers the caller's sound (an SDP with its candidates) to the agent who is connected to this call. Answers the
   * agent's SDP; undefined when there is no such agent, or no softphone of the agent takes part.
   */
  offer(contactId: string, sdp: string): Promise<string | undefined>;
  /** A frame of an agent's websocket; one that is no answer to an offer is left alone. */
  hear(username: string, frame: string): void;
}

export function createSoundRelay(connect: Connect, sockets: Pick<AgentSockets, 'send'>): SoundRelay {
  const offers = new Map<string, { username: string; settle: (sdp: string | undefined) => void }>();

  /** Whoever was connected last; a transferred call has contacts of its own, all with the same first one. */
  const talking = (callId: string) =>
    connect
      .agents()
      .flatMap(({ username, contacts }) => contacts.map((contact) => ({ username, contact })))
      .filter(({ contact }) => contact.contactId === callId || contact.initialContactId === callId)
      .filter(({ contact }) => contact.state.type === 'connected')
      .toSorted((a, b) => b.contact.state.since - a.contact.state.since)[0];

  return {
    offer(callId, sdp) {
      const found = talking(callId);
      if (!found) return Promise.resolve(undefined);
      const { username, contact } = found;
      const exchange = randomUUID();
      const content = JSON.stringify({ exchange, contactId: contact.contactId, sdp });
      if (sockets.send(username, { topic: soundTopic, content }) === 0) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(undefined), patienceMs);
        timer.unref();
        const settle = (answer: string | undefined) => {
          clearTimeout(timer);
          offers.delete(exchange);
          resolve(answer);
        };
        offers.set(exchange, { username, settle });
      });
    },
    hear(username, frame) {
      const { topic, content } = parsed(frame);
      if (topic !== soundTopic) return;
      const { exchange, sdp } = Object(content);
      const offer = offers.get(String(exchange));
      if (offer?.username === username) offer.settle(typeof sdp === 'string' ? sdp : undefined);
    },
  };
}

function parsed(frame: string): { topic?: unknown; content?: unknown } {
  try {
    return Object(JSON.parse(frame));
  } catch {
    return {};
  }
}
