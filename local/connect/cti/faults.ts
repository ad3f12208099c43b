import type { LongPolls } from './long-poll.ts';
import type { Sessions } from './sessions.ts';
import type { AgentSockets } from './socket.ts';

/** Trouble of one agent that lasts until it is taken back. */
export interface AgentFault {
  /** The next accept fails for want of a microphone, once. */
  acceptFails: boolean;
  /** The agent's actions are answered with 403; the snapshot still comes. */
  forbidden: boolean;
}

/** Trouble between the softphone and the instance, on request. */
export interface CtiFaults {
  of(username: string): AgentFault;
  /** Changes the agent's trouble; what is not named stays. */
  set(username: string, fault: Partial<AgentFault>): void;
  /** Whether this accept is the one that fails; it is so only once. */
  takeAcceptFailure(username: string): boolean;
  /** Real milliseconds by which every snapshot is late. */
  snapshotDelayMs: number;
  /** Signs the agent out of the instance: the next poll and the next action get 401. */
  expireSession(username: string): void;
  /** Cuts the agent's websockets; answers how many there were. */
  dropSockets(username: string): number;
  /** The frame reports that the microphone is not shared; answers to how many frames this was said. */
  breakMicrophone(username: string): number;
  /** How many websockets of this agent are open, and whether a browser is signed in. */
  presence(username: string): { sockets: number; signedIn: boolean };
}

/** What the softphone frame listens to; `ccp/microphone.js` knows the same word. */
const microphoneTopic = 'deskline/microphone';

const none: AgentFault = { acceptFails: false, forbidden: false };

/** Nobody has trouble until somebody asks for it. */
export function createCtiFaults(around: { sessions: Sessions; polls: LongPolls; sockets: AgentSockets }): CtiFaults {
  const { sessions, polls, sockets } = around;
  const faults = new Map<string, AgentFault>();
  const set = (username: string, change: Partial<AgentFault>) => {
    const fault = { ...(faults.get(username) ?? none), ...change };
    if (fault.acceptFails || fault.forbidden) faults.set(username, fault);
    else faults.delete(username);
  };
  return {
    of: (username) => faults.get(username) ?? none,
    set,
    takeAcceptFailure(username) {
      const fails = faults.get(username)?.acceptFails ?? false;
      if (fails) set(username, { acceptFails: false });
      return fails;
    },
    snapshotDelayMs: 0,
    expireSession(username) {
      sessions.end(username);
      // A poll that waits would keep the softphone in good faith for half a minute.
      polls.wake(username);
    },
    dropSockets: sockets.drop,
    breakMicrophone: (username) =>
      sockets.send(username, {
        topic: microphoneTopic,
        content: JSON.stringify({
          errorType: 'microphone_not_shared',
          errorMessage: 'Your microphone is not enabled in your browser.',
          endPointUrl: '',
        }),
      }),
    presence: (username) => ({ sockets: sockets.count(username), signedIn: sessions.isSignedIn(username) }),
  };
}
