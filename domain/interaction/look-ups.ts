import type { CallerFact, ChoiceFact, Fact } from './facts.ts';
import { inPrecedence } from './legs.ts';

/** Every look-up of a conversation's caller, and every choice of an agent, as they came. */
export const lookUpsOf = (facts: readonly Fact[]): CallerFact[] =>
  inPrecedence(facts.filter((fact): fact is CallerFact => fact.source === 'identify-caller'));

export const choicesOf = (facts: readonly Fact[]): ChoiceFact[] =>
  inPrecedence(facts.filter((fact): fact is ChoiceFact => fact.source === 'agent'));
