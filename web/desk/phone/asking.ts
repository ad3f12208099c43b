/// <reference types="amazon-connect-streams" />
/** What every wish to Connect has in common: one at a time, a time limit, and its refusal in words on the page. */
import { type Answer, answered, type Callbacks } from './answered.ts';
import type { Asked } from './model.ts';
import { phone, updatePhone } from './phone.ts';

/** An answer takes 0.1 s as a rule and up to 0.5 s with the library's own retries; what comes late still shows. */
const answerLimitMs = 6_000;

let agent: connect.Agent | undefined;

/** Streams' agent, once it answered. */
export const currentAgent = (): connect.Agent | undefined => agent;
export const useAgent = (given: connect.Agent): void => {
  agent = given;
};

/** Streams' object of the contact that is shown; absent when it has gone in the meantime. */
export function currentContact(): connect.Contact | undefined {
  const id = phone.value.call?.contactId;
  return agent?.getContacts().find((one) => one.getContactId() === id);
}

/**
 * Makes the call and waits for its end; a refusal or no answer stays in `phone` until the next wish. When the call has
 * moved on meanwhile the wish is past, and its refusal would only mislead. What leaves the call as it is, digits and the
 * reading of quick connects, holds up nothing that is asked of it.
 */
export async function ask(
  action: Asked,
  call: (callbacks: Callbacks) => void,
  limitMs = answerLimitMs,
): Promise<Answer['answer']> {
  const { call: before } = phone.value;
  updatePhone({ refusal: undefined });
  if (action !== 'digits' && action !== 'quick-connects') updatePhone({ asked: action });
  const { answer, type } = await answered(call, limitMs);
  const { asked, call: now, refusal } = phone.value;
  const past = now?.contactId !== before?.contactId || now?.state !== before?.state;
  updatePhone({
    asked: asked === action ? undefined : asked,
    refusal: answer === 'done' || past ? refusal : { action, reason: answer, type },
  });
  return answer;
}
