import { parseArgs } from 'node:util';

/** A moment of the call after which the caller hangs up. */
export type Moment =
  | { kind: 'prompt'; prompt: 'greeting' | 'menu' }
  | { kind: 'phase'; phase: 'queue' | 'ringing' | 'talking' }
  | { kind: 'block'; id: string }
  | { kind: 'seconds'; seconds: number };

/** What the caller does with the keypad: keys go to the next question, or are pressed at once when a wait stands before. */
export type KeyStep = { kind: 'keys'; keys: string } | { kind: 'wait'; seconds: number };

export interface CallPlan {
  /** As delivered by the network; may be empty. */
  from: string;
  /** Number to dial; absent: the stack's first number. */
  to?: string;
  keys: KeyStep[];
  hangUpAfter?: Moment;
  /** User name of the agent who is available and answers; absent: nobody. */
  agent?: string;
  /** When the call is made, epoch ms; absent: now. */
  at?: number;
  json: boolean;
}

export const usage = `npm run call -- --from <caller id> [options]

  --from <any text>        caller id as delivered, also "" or anonymous
  --to <number>            number to dial (default: the first of the stack)
  --press <keys>           keys and waits, e.g. "1", "1 4711#", "wait=3 1"; keys go to the next question, or
                           are pressed right after a wait of so many seconds
  --hang-up-after <when>   greeting, menu, queue, ringing, talking, a block's Identifier, or seconds
  --agent <name>           ned, beth or none (default ned): who is available and answers
  --at <time>              ISO 8601 time at which the call is made
  --json                   one JSON object on stdout and nothing else`;

/**
 * Reads the command line. `agents` are the user names that may be given.
 * Answers the plan, or one line that names what is wrong.
 */
export function planOf(args: string[], agents: readonly string[]): CallPlan | { problem: string } {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        press: { type: 'string' },
        'hang-up-after': { type: 'string' },
        agent: { type: 'string' },
        at: { type: 'string' },
        json: { type: 'boolean' },
      },
    }));
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);

  const from = text('from');
  if (from === undefined) return { problem: '--from is missing; give the caller id, "" for none' };
  const agent = text('agent') ?? 'ned';
  if (agent !== 'none' && !agents.includes(agent)) {
    return { problem: `--agent ${agent}: nobody of that name; one of ${agents.join(', ')}, none` };
  }
  const keys = keysOf(text('press') ?? '');
  if ('problem' in keys) return keys;
  const when = text('hang-up-after');
  if (when?.trim() === '') return { problem: '--hang-up-after is empty; give a moment, a block or seconds' };
  const atText = text('at');
  const at = atText === undefined ? undefined : Date.parse(atText);
  if (at !== undefined && Number.isNaN(at)) return { problem: `--at ${atText}: not an ISO 8601 time` };

  return {
    from,
    to: text('to'),
    keys: keys.steps,
    hangUpAfter: when === undefined ? undefined : momentOf(when.trim()),
    agent: agent === 'none' ? undefined : agent,
    at,
    json: values.json === true,
  };
}

function keysOf(text: string): { steps: KeyStep[] } | { problem: string } {
  const steps: KeyStep[] = [];
  for (const token of text.split(/[\s,]+/).filter(Boolean)) {
    const wait = /^(?:wait=?|w)(\d+(?:\.\d+)?)s?$|^(\d+(?:\.\d+)?)s$/.exec(token);
    if (wait) steps.push({ kind: 'wait', seconds: Number(wait[1] ?? wait[2]) });
    else if (/^[0-9*#]+$/.test(token)) steps.push({ kind: 'keys', keys: token });
    else return { problem: `--press: "${token}" is neither keys (0–9 * #) nor a wait (wait=5)` };
  }
  return { steps };
}

function momentOf(text: string): Moment {
  if (text === 'greeting' || text === 'menu') return { kind: 'prompt', prompt: text };
  if (text === 'queue' || text === 'ringing' || text === 'talking') return { kind: 'phase', phase: text };
  if (/^\d+(\.\d+)?s?$/.test(text)) return { kind: 'seconds', seconds: Number.parseFloat(text) };
  return { kind: 'block', id: text };
}
