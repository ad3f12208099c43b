import type { TurnableClock } from '../connect/clock.ts';
import type { Connect } from '../connect/types.ts';

/** How long a scripted agent takes, in seconds of the instance's time. */
const pace = { answer: 3, talk: 20, wrapUp: 5 } as const;

/**
 * Puts an agent to work: available at once, answers each call, talks, ends and clears it. What is done next follows
 * from the state of the contact alone, so a call that the caller ends is cleared just the same. The answer stops it.
 */
export function agentAtWork(connect: Connect, clock: TurnableClock, username: string): () => void {
  const doing = new Set<string>();
  const act = (operation: string, params: Record<string, unknown>) => {
    const answer = connect.act(username, { operation, params });
    // The caller may have been faster: then there is nothing left to do.
    if (!answer.ok && answer.type !== 'InvalidStateException') throw new Error(`${operation}: ${answer.message}`);
  };
  const later = (key: string, seconds: number, task: () => void) => {
    if (doing.has(key)) return;
    doing.add(key);
    clock.after(seconds * 1000, task);
  };
  const look = () => {
    for (const contact of connect.agent(username)?.contacts ?? []) {
      const { contactId } = contact;
      const ownLeg = contact.connections.find(({ type }) => type === 'agent');
      if (contact.state.type === 'connecting') {
        later(`answer ${contactId}`, pace.answer, () => act('AcceptContact', { contactId }));
      } else if (contact.state.type === 'connected' && ownLeg) {
        const { connectionId } = ownLeg;
        later(`end ${contactId}`, pace.talk, () => act('DestroyConnection', { contactId, connectionId }));
      } else if (contact.state.type === 'ended' || contact.state.type === 'error') {
        later(`clear ${contactId}`, pace.wrapUp, () => act('ClearContact', { contactId }));
      }
    }
  };
  const stop = connect.onAgentChange((changed) => {
    if (changed === username) look();
  });
  const available = connect.agent(username)?.states.find(({ type }) => type === 'routable');
  if (!available) throw new Error(`${username} is no agent of this instance, or has no routable state`);
  act('PutAgentState', { state: { agentStateARN: available.arn, name: available.name, type: available.type } });
  return stop;
}
