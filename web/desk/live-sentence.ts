/** The sentence that the one live region says. It changes only when the call does, so nothing is said twice. */
import type { PhoneModel } from './phone/model.ts';
import { words } from './words.ts';

/** From the telephone and the caller's name as shown; `''` when there is nothing to say. */
export function liveSentence(phone: PhoneModel, who: string): string {
  const { call, agent, muted, gone } = phone;
  const say = words.spoken;
  if (call === undefined) return agent === undefined ? '' : say.presence(words.presence(agent.presence.name));
  const third = call.third?.name ?? call.third?.number ?? '';
  if (gone?.contactId === call.contactId) return say.gone(gone.who);
  switch (call.state) {
    case 'ringing':
      return say.incoming(who, call.dialled ?? '');
    case 'dialling':
      return say.dialling(who);
    case 'talking':
      return muted ? `${say.talking(who)} ${say.muted}` : say.talking(who);
    case 'onHold':
      return say.onHold(who);
    case 'calling':
      return say.calling(third);
    case 'consulting':
      return say.consulting(third);
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
