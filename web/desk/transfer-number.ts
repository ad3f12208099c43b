/** A number to bring into the call: the same rules hold as for a call out, and the desk says what it stands for. */
import { signal } from '@preact/signals';
import { api } from './api.ts';
import type { Target } from './phone/dial.ts';
import { words } from './words.ts';

/** Why the number that was typed may not be called, in words. */
export const outsideRefusal = signal<string | undefined>(undefined);

export async function numberTarget(typed: string): Promise<Target | undefined> {
  const answer = await api.callPermission({ number: typed });
  if (answer.ok && answer.value.permitted) return { number: answer.value.dial };
  outsideRefusal.value = answer.ok ? refusalOf(answer.value) : answer.trouble.message;
  return undefined;
}

const refusalOf = (permission: { permitted: boolean } & object): string =>
  'reason' in permission ? words.callsOut.refusals[permission.reason as keyof typeof words.callsOut.refusals] : '';
