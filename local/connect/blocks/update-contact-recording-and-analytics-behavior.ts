import { type Block, next } from './types.ts';

/** The form for voice is kept; those for chat and screen are on the wrong channel here [docs]. */
export const updateContactRecordingAndAnalyticsBehavior: Block = ({ action, contact }) => {
  const voice = action.parameters.VoiceBehavior;
  if (voice === undefined) return { kind: 'error', error: 'ChannelMismatch', why: 'this is a voice contact' };
  const { RecordedParticipants: recorded } = Object(Object(voice).VoiceRecordingBehavior);
  contact.recorded = Array.isArray(recorded) ? recorded.map(String) : [];
  return next;
};
