import type { CallEvent } from '../connect/types.ts';
import type { DrivenCall } from './drive.ts';

/** The object that `npm run call --json` prints; times are seconds since the call began unless they are ISO 8601. */
export interface CallReport {
  heard: { at: number; text: string }[];
  blocks: { flow: string; id: string; type: string }[];
  functions: { name: string; ms: number; outcome: string; requests: number; read: number; write: number }[];
  interaction: {
    id: string;
    state: string;
    history: { state: string; at: string }[];
    person: { id: string; name?: string } | null;
    agent: string | null;
    queue: string | null;
  };
  url: { call: string; person: string | null };
}

/** What a driven call amounts to. `functionName` turns a deployed function's name into the one of its folder. */
export function reportOf(driven: DrivenCall, deskUrl: string, functionName: (deployed: string) => string): CallReport {
  const { call, invocations, interaction } = driven;
  const begin = call.events[0]?.at ?? 0;
  const { personId, personName } = interaction.caller;
  return {
    heard: call.events.flatMap((event) =>
      event.kind === 'heard' ? [{ at: (event.at - begin) / 1000, text: event.text }] : [],
    ),
    blocks: call.events.flatMap((event) =>
      event.kind === 'block' ? [{ flow: event.flow, id: event.id, type: event.type }] : [],
    ),
    functions: invocations.map(({ functionName: name, ms, outcome, requests, read, write }) => ({
      name: functionName(name),
      ms: Math.round(ms * 10) / 10,
      outcome,
      requests,
      read,
      write,
    })),
    interaction: {
      id: interaction.id,
      state: interaction.state,
      history: interaction.history.map(({ state, at }) => ({ state, at })),
      person: personId ? { id: personId, name: personName } : null,
      agent: interaction.agentName ?? null,
      queue: interaction.queueName ?? null,
    },
    url: {
      call: `${deskUrl}/#/call/${encodeURIComponent(interaction.id)}`,
      person: personId ? `${deskUrl}/#/person/${encodeURIComponent(personId)}` : null,
    },
  };
}

const phases = {
  flow: 'in the flow',
  dialling: 'is being called',
  queue: 'waits in the queue',
  ringing: "an agent's phone rings",
  talking: 'talks to an agent',
  onHold: 'is on hold',
  ended: 'the call has ended',
} as const;

/** One line of the transcript for people, or nothing for events that they need not see. */
export function transcriptLine(event: CallEvent, begin: number): string | undefined {
  const at = `${((event.at - begin) / 1000).toFixed(1).padStart(7)} s  `;
  if (event.kind === 'heard') return `${at}🔊 ${event.text}`;
  if (event.kind === 'phase') return `${at}── ${phases[event.phase]}`;
  if (event.kind === 'fault') return `${at}!! ${event.message}`;
  return `${at}   ${event.flow} › ${event.id} (${event.type})`;
}
