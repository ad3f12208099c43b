/** A number to bring into the call: the same rules hold as for a call out, and the desk says what it stands for. */
import { signal } from '@preact/signals';
import { api } from './api.ts';
import type { Target } from './phone/dial.ts';
import { words } from './words.ts';

/** Why the number that was typed may not be called, in words. */
export const outsideRefusal = signal<string | undefined>(undefined);

export async function numberTarget(typed: string): Promise<Target | undefined> {
  const answer = await api.callPermission({ number: typed });
  if (!answer.ok) outsideRefusal.value = answer.trouble.message;
  else if (answer.value.permitted) return { number: answer.value.dial };
  else outsideRefusal.value = words.callsOut.refusals[answer.value.reason];
  return undefined;
}
