/** A contact that waits and is offered to nobody. */
export interface WaitingContact {
  contactId: string;
  queueArn: string;
  /** Lower is served first; 5 unless the flow says otherwise [docs]. */
  priority: number;
  enqueuedAt: number;
}

/** An agent who could take a call now. */
export interface AvailableAgent {
  username: string;
  /** Since when without a break. */
  availableSince: number;
  queues: { queueArn: string; priority: number; delay: number }[];
}

export interface Offer {
  contactId: string;
  username: string;
}

/**
 * Who gets which contact next: the longest-available agent is asked first; for that agent the queue with the lowest
 * priority number of the routing profile, in it the contact with the lowest priority number, then the longest-waiting
 * one [docs]. A queue with a delay serves contacts only once they waited that many seconds [docs].
 */
export function nextOffer(contacts: WaitingContact[], agents: AvailableAgent[], now: number): Offer | undefined {
  const byPatience = agents.toSorted((a, b) => a.availableSince - b.availableSince);
  for (const agent of byPatience) {
    const best = contacts
      .flatMap((contact) => {
        const queue = agent.queues.find((candidate) => candidate.queueArn === contact.queueArn);
        return queue && now - contact.enqueuedAt >= queue.delay * 1000 ? [{ contact, rank: queue.priority }] : [];
      })
      .toSorted(
        (a, b) =>
          a.rank - b.rank ||
          a.contact.priority - b.contact.priority ||
          a.contact.enqueuedAt - b.contact.enqueuedAt ||
          (a.contact.contactId < b.contact.contactId ? -1 : 1),
      )[0];
    if (best) return { contactId: best.contact.contactId, username: agent.username };
  }
  return undefined;
}

/** Ms until a delay of a routing profile is over that keeps a contact from an available agent. */
export function nextRouting(contacts: WaitingContact[], agents: AvailableAgent[], now: number): number | undefined {
  const waits = contacts.flatMap((contact) =>
    agents.flatMap((agent) =>
      agent.queues
        .filter((queue) => queue.queueArn === contact.queueArn)
        .map((queue) => contact.enqueuedAt + queue.delay * 1000 - now)
        .filter((wait) => wait > 0),
    ),
  );
  return waits.length ? Math.min(...waits) : undefined;
}
