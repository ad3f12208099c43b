import type { Block } from './types.ts';

/** `ContinueLooping` as often as LoopCount says, then `DoneLooping` once, then from the start again [docs]. */
export const loop: Block = ({ action, data, text }) => {
  const limit = Number(text(action.parameters.LoopCount));
  const done = data.loops.get(action.id) ?? 0;
  if (done < limit) {
    data.loops.set(action.id, done + 1);
    return { kind: 'outcome', value: 'ContinueLooping' };
  }
  data.loops.delete(action.id);
  return { kind: 'outcome', value: 'DoneLooping' };
};
