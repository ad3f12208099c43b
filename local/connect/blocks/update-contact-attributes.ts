import { type Block, failed, next } from './types.ts';

/** 32 KB for all attributes of a contact [docs]. */
const mostBytes = 32 * 1024;

/** All or nothing: one empty value, or too much in all, and nothing is set [docs; empty value: assumed]. */
export const updateContactAttributes: Block = ({ action, contact, text, attributesChanged }) => {
  const wanted = Object.entries(Object(action.parameters.Attributes)).map(
    ([key, value]) => [text(key), text(value)] as const,
  );
  const empty = wanted.find(([, value]) => value === '');
  if (empty) return failed(`the value of ${empty[0]} is empty`);
  const all = { ...contact.attributes, ...Object.fromEntries(wanted) };
  if (Buffer.byteLength(JSON.stringify(all)) > mostBytes) return failed('the attributes exceed 32 KB');
  contact.attributes = all;
  attributesChanged();
  return next;
};
