import type { InstanceBook, InstanceState } from '../types.ts';

export const instanceBook = async (): Promise<InstanceBook> => (await ask('/instance/api')) as InstanceBook;

/** Does what a button says; throws with the instance's words when it is refused. */
export const act = (action: string, body: Record<string, unknown> = {}) =>
  ask(`/instance/api/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

async function ask(path: string, init?: RequestInit): Promise<unknown> {
  const answer = await fetch(path, init);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.message);
  return body;
}

/** Follows the instance. `lost` tells that the stream broke: the browser goes on trying. The answer ends it. */
export function followInstance(on: { state: (state: InstanceState) => void; lost: () => void }): () => void {
  const source = new EventSource('/instance/api/events');
  source.onmessage = ({ data }) => on.state(JSON.parse(data));
  source.onerror = () => on.lost();
  return () => source.close();
}
