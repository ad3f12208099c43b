import { contactAttributes } from '../caller/outcome.ts';
import { type Flow, readFlow } from './document.ts';
import type { FlowType } from './flow-types.ts';
import { parameterRules } from './rules/parameters.ts';
import type { Level, Rule } from './rules/rule.ts';
import { structureRules } from './rules/structure.ts';
import { transitionRules } from './rules/transitions.ts';
import { typeRules } from './rules/types.ts';
import { valueRules } from './rules/values.ts';

export interface Finding {
  /** Id of the rule, e.g. `V07`. */
  rule: string;
  level: Level;
  file: string;
  /** Identifier of the action; absent when the whole document is meant. */
  block?: string;
  message: string;
  remedy: string;
}

export interface CheckOptions {
  /**
   * As the API spells it, or MODULE; without it the rules that need the type find nothing. Our own flows say it
   * themselves, in `Metadata.type`.
   */
  type?: FlowType;
  /** Name of the file, for the findings. */
  file?: string;
  /**
   * One of our own flows: warnings become errors, and only our own placeholders may stand in it. Check the text as it
   * is in `contact-flows/`, before the placeholders are filled.
   */
  own?: boolean;
  /** Contact attributes that flows running before this one write; our own flows know those of the inbound flow. */
  inherited?: Iterable<string>;
}

const all: Rule[] = [...structureRules, ...transitionRules, ...parameterRules, ...typeRules, ...valueRules];

/** Every rule, in the order of the ids. */
export const rules: readonly Rule[] = all.sort((a, b) => (a.id < b.id ? -1 : 1));

const nothing: Flow = { version: undefined, startAction: undefined, hasSettings: false, follows: false, actions: [] };

/**
 * Checks one flow against what the live API refuses (errors) and what callers would suffer from (warnings). Takes the
 * text of a file or a parsed document, whatever is in it: a bad one gives findings, never an exception.
 */
export function checkFlow(document: unknown, options: CheckOptions = {}): Finding[] {
  const { file = '', own = false, inherited = own ? contactAttributes : [] } = options;
  const text = typeof document === 'string' ? document : toText(document);
  const { flow, faults } = readFlow(text);
  const type = options.type ?? (own ? flow?.declaredType : undefined);
  if (flow && own && !type) faults.push({ message: 'has no flow type in Metadata.type' });
  const context = { flow: flow ?? nothing, faults, ...(type && { type }), own, inherited: new Set(inherited), text };
  // Without a flow there is one thing to say; the other rules would only repeat it.
  const applied = flow ? rules : rules.filter(({ id }) => id === 'D01');
  return applied.flatMap((rule) =>
    rule.check(context).map(({ block, message, level = rule.level, remedy = rule.remedy }) => ({
      rule: rule.id,
      level: own ? ('error' as const) : level,
      file,
      ...(block !== undefined && { block }),
      message,
      remedy,
    })),
  );
}

/** A document that JSON cannot hold becomes an empty text, which is no flow. */
function toText(document: unknown): string {
  try {
    return JSON.stringify(document) ?? '';
  } catch {
    return '';
  }
}

/** A finding as one line: `inbound.json menu: V10 error: … Remedy …`, whatever characters its names hold. */
export function describe({ file, block, rule, level, message, remedy }: Finding): string {
  const where = [file, block === undefined ? '' : short(block)].filter((part) => part !== '').join(' ');
  return `${where}: ${rule} ${level}: ${short(message)}. ${remedy}`;
}

/** Without control characters, and not longer than a line bears. */
function short(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal.
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
  return clean.length > 160 ? `${clean.slice(0, 160)}…` : clean;
}
