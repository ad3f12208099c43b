/** Whom a call can be handed to: Connect's quick connects of this agent, with what the desk knows of each. */
import { signal } from '@preact/signals';
import type { AgentPresence, QuickConnects } from '../../domain/api.ts';
import { api } from './api.ts';
import { readQuickConnects } from './phone/dial.ts';

export interface Choice {
  arn: string;
  name: string;
  kind: 'agent' | 'queue' | 'number';
  presence?: AgentPresence;
  queue?: QuickConnects['queues'][number];
}

/** Undefined before the first reading. */
export const choices = signal<Choice[] | undefined>(undefined);

const kinds: Record<string, Choice['kind']> = { agent: 'agent', queue: 'queue' };

/**
 * Reads both anew: what Connect offers decides, presence and waits are added where the desk knows them. False when
 * Connect refused or did not answer.
 */
export async function readChoices(): Promise<boolean> {
  const [offered, known] = await Promise.all([readQuickConnects(), api.quickConnects()]);
  if (offered === undefined) return false;
  const all = offered.map(({ arn, name, type }) => ({ arn, name, kind: kinds[type] ?? 'number' }));
  choices.value = known.ok ? withKnown(all, known.value) : all;
  return true;
}

const withKnown = (all: readonly Choice[], { agents, queues }: QuickConnects): Choice[] =>
  all.map((one) => ({
    ...one,
    presence: agents.find(({ arn }) => arn === one.arn)?.presence ?? one.presence,
    queue: queues.find(({ arn }) => arn === one.arn) ?? one.queue,
  }));

/** Only figures and presences, while the list is open. */
export async function refreshChoices(): Promise<void> {
  const known = await api.quickConnects();
  if (known.ok && choices.value !== undefined) choices.value = withKnown(choices.value, known.value);
}

/** Whether this may be meant as a telephone number; the desk's permit says what it stands for. */
export const looksLikeNumber = (typed: string): boolean =>
  /^[+\d\s().\-/]+$/.test(typed) && typed.replace(/\D/g, '').length >= 5;

/** Those whose name holds every word typed; agents who could answer first, then queues. */
export function matching(all: readonly Choice[], typed: string): Choice[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = ({ kind, presence }: Choice) => (kind === 'agent' ? (presence?.type === 'available' ? 0 : 1) : 2);
  return all
    .filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
