import { type Block, next } from './types.ts';

/** Who is recorded; the last block wins, an empty list turns it off [docs]. Nothing is recorded on a laptop. */
export const updateContactRecordingBehavior: Block = ({ action, contact }) => {
  const { RecordedParticipants: recorded } = Object(action.parameters.RecordingBehavior);
  contact.recorded = Array.isArray(recorded) ? recorded.map(String) : [];
  return next;
};
