import { collectDigits, digitRules } from '../flow/digits.ts';
import { asText } from '../flow/references.ts';
import { type Block, type BlockContext, type BlockResult, next, notEmulated } from './types.ts';

/** Asks for keys: one for a menu, several to be stored. Both prompts may be cut short by the first key [docs]. */
export const getParticipantInput: Block = (context) => {
  const { parameters } = context.action;
  if (parameters.EnableDTMFBuffer !== undefined) return notEmulated(context, 'touch-tone buffering');
  if (parameters.InputEncryption !== undefined) return notEmulated(context, 'encrypted customer input');
  return asText(parameters.StoreInput).toLowerCase() === 'true' ? store(context) : menu(context);
};

/** The timer runs from the end of the prompt to the first key [docs]. */
async function firstKey(context: BlockContext): Promise<string | undefined> {
  const prompt = context.prompt(context.action.parameters);
  const early = prompt && (await context.play(prompt, { interruptible: true, menu: true }));
  return early ?? context.listen(Number(context.text(context.action.parameters.InputTimeLimitSeconds)) * 1000);
}

async function menu(context: BlockContext): Promise<BlockResult> {
  const key = await firstKey(context);
  if (key !== undefined) return { kind: 'outcome', value: key };
  return { kind: 'error', error: 'InputTimeLimitExceeded', why: 'no key was pressed in time' };
}

/** No input at all is a success with the text `Timeout` [docs; the API refuses a timeout branch here]. */
async function store(context: BlockContext): Promise<BlockResult> {
  const rules = digitRules(context.action.parameters, context.text);
  const first = await firstKey(context);
  if (first === undefined) {
    context.data.storedInput = 'Timeout';
    return { kind: 'next', why: 'Timeout' };
  }
  const digits = await collectDigits(first, rules, context.listen);
  if (!rules.phone) {
    context.data.storedInput = digits;
    return next;
  }
  const number = rules.phone(digits);
  if (number === undefined) return { kind: 'error', error: 'InvalidPhoneNumber', why: 'the keys give no phone number' };
  context.data.storedInput = number;
  return next;
}
