import { type Block, failed, next } from './types.ts';

/** Name, Description, CustomerId, LanguageCode and their like. */
export const updateContactData: Block = ({ action, contact, text }) => {
  const { TargetContact: _, ...data } = action.parameters;
  const values = Object.entries(data).map(([key, value]) => [key, text(value)] as const);
  if (!values.length) return failed('the block names no value');
  contact.data = { ...contact.data, ...Object.fromEntries(values) };
  contact.language = contact.data.LanguageCode ?? contact.language;
  return next;
};
