import type { LineEvent, LineMessage, PhoneBook } from '../types.ts';

export const phoneBook = async (): Promise<PhoneBook> => (await ask('/phone/api')) as PhoneBook;

/** Places the call; the answer is its contact id. */
export async function dial(from: string, to: string): Promise<string> {
  const { contactId } = (await send('/phone/api/calls', { from, to })) as { contactId: string };
  return contactId;
}

export const press = (contactId: string, key: string) => send(`${pathOf(contactId)}/press`, { key });
export const hangUp = (contactId: string) => send(`${pathOf(contactId)}/hang-up`, {});

/** Offers this end's sound to the agent; answers the agent's end. */
export async function offerSound(contactId: string, sdp: string): Promise<string> {
  const answer = (await send(`${pathOf(contactId)}/sound`, { sdp })) as { sdp: string };
  return answer.sdp;
}

const pathOf = (contactId: string) => `/phone/api/calls/${encodeURIComponent(contactId)}`;

const send = (path: string, body: unknown) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

async function ask(path: string, init?: RequestInit): Promise<unknown> {
  const answer = await fetch(path, init);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.message);
  return body;
}

/**
 * Follows a call from its beginning. `onGone` tells that there is no such call, `onLost` that the stream broke: the
 * browser then goes on trying and takes up after the last event it had. The answer ends it.
 */
export function followCall(
  contactId: string,
  on: { event: (event: LineEvent, now: number) => void; lost: () => void; gone: () => void },
): () => void {
  const source = new EventSource(`${pathOf(contactId)}/events`);
  source.onmessage = ({ data }) => {
    const { event, now }: LineMessage = JSON.parse(data);
    on.event(event, now);
    if (event.kind === 'phase' && event.phase === 'ended') source.close();
  };
  source.onerror = () => (source.readyState === EventSource.CLOSED ? on.gone() : on.lost());
  return () => source.close();
}
