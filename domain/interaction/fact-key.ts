import type { Fact } from './facts.ts';

/**
 * The sort key under which a fact is stored: `fact#<contact>#<source>#<kind>#<at>#<digest>`. It is made of everything
 * the fact says, so the same fact has the same key whoever writes it, and two that differ never hide each other: the
 * digest tells apart what one source said twice within one second, which is all the precision an event's time has.
 */
export function factKey(fact: Fact): string {
  for (const part of ['contactId', 'kind', 'at'] as const) {
    if (fact[part].includes('#')) throw new Error(`${part} of a fact must not contain '#', which divides its key`);
  }
  return ['fact', fact.contactId, fact.source, fact.kind, fact.at, digest(fact)].join('#');
}

/** FNV-1a, 32 bits: it has only to tell apart the few facts that agree in contact, source, kind and second. */
function digest(fact: Fact): string {
  const said = Object.entries(fact)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(said)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
