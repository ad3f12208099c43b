import { type Block, next } from './types.ts';

/** Stays with the contact; which voices exist the service does not check either [docs]. */
export const updateContactTextToSpeechVoice: Block = ({ action, contact, text }) => {
  contact.voice = text(action.parameters.TextToSpeechVoice) || contact.voice;
  return next;
};
