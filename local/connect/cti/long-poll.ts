import type { AgentView, Connect } from '../types.ts';

/** The worker asks for 30 seconds; nobody may hold a request longer. */
const longestHoldMs = 30_000;

export interface LongPolls {
  /**
   * Calls `answer` with the agent and a token of its state: at once when `nextToken` is missing or of another state,
   * otherwise at the next change or after `holdMs` of real time. The answer drops the poll without answering.
   */
  wait(
    poll: { username: string; nextToken?: string; holdMs?: number },
    answer: (agent: AgentView | undefined, nextToken: string) => void,
  ): () => void;
  /** Answers the polls of this agent now, whatever their token. */
  wake(username: string): void;
  /** Answers every poll now. */
  close(): void;
}

/**
 * Long polls for an agent's state. `instanceId` marks the tokens: a worker that outlived a restart of the instance shows
 * a token of the former one and gets its answer at once.
 */
export function createLongPolls(connect: Connect, instanceId: string): LongPolls {
  const waiting = new Map<string, Set<() => void>>();
  const wake = (username: string) => {
    for (const finish of [...(waiting.get(username) ?? [])]) finish();
  };
  // A transition may tell of several changes in a row; the microtask runs once the last of them is done.
  const unsubscribe = connect.onAgentChange((username) => queueMicrotask(() => wake(username)));
  const tokenOf = (username: string) => `${instanceId}.${username}.${connect.version(username)}`;

  return {
    wait({ username, nextToken, holdMs = 0 }, answer) {
      const answerNow = () => answer(connect.agent(username), tokenOf(username));
      if (nextToken !== tokenOf(username) || holdMs <= 0) {
        answerNow();
        return () => {};
      }
      const polls = waiting.get(username) ?? new Set();
      waiting.set(username, polls);
      const drop = () => {
        clearTimeout(timer);
        polls.delete(finish);
      };
      const finish = () => {
        drop();
        answerNow();
      };
      const timer = setTimeout(finish, Math.min(holdMs, longestHoldMs));
      // The worker's connection keeps the process alive, not its patience.
      timer.unref();
      polls.add(finish);
      return drop;
    },
    wake,
    close() {
      unsubscribe();
      for (const polls of waiting.values()) for (const finish of [...polls]) finish();
    },
  };
}
