/**
 * The sentence that the one live region says. It changes only when the call does, so nothing is said twice; who has gone
 * is said by the alert on the card.
 */
import { isTalking } from './phone/call-states.ts';
import type { CallModel, PhoneModel } from './phone/model.ts';
import { plain } from './plain.ts';
import { words } from './words.ts';

/** From the telephone and the caller's name as shown; `''` when there is nothing to say. */
export function liveSentence(phone: PhoneModel, who: string): string {
  const { call, agent, muted } = phone;
  const say = words.spoken;
  if (call === undefined) return agent === undefined ? '' : say.presence(words.presence(agent.presence.name));
  const sentence = ofCall(phone, call, who);
  return muted && isTalking(call.state) ? `${sentence} ${say.muted}` : sentence;
}

function ofCall(phone: PhoneModel, call: CallModel, who: string): string {
  const say = words.spoken;
  const third = plain(call.third?.name ?? call.third?.number ?? '');
  switch (call.state) {
    case 'ringing':
      return say.incoming(who, plain(call.dialled ?? ''));
    case 'dialling':
      return say.dialling(who);
    case 'talking':
      return say.talking(who);
    case 'onHold':
      return say.onHold(who);
    case 'calling':
      return say.calling(third);
    case 'consulting':
      return call.customerThere ? say.consulting(third) : say.talking(third);
    case 'swapped':
      return say.swapped(who, third);
    case 'conference':
      return say.conference(who, third);
    case 'bothHeld':
      return say.bothHeld;
    case 'afterCallWork':
      return say.afterCallWork(who);
    case 'missed':
      return phone.declined === call.contactId ? say.declined(who) : say.missed(who);
    case 'failed':
      return say.failed(who);
  }
}
