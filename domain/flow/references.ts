import { type Action, textsIn } from './document.ts';

/** A path in a flow, e.g. `$.External.order.id`: its namespace, and the names below it. */
export interface Reference {
  text: string;
  namespace: string;
  names: string[];
}

/**
 * Written `$.A.b`, `$.A['odd name']`, `$.A.['odd name']` or `$['A']`, bare or inside a text. A path ends before the
 * first character that cannot continue it, so the full stop of a sentence does not belong to it.
 */
const path = /\$(?:\.([A-Za-z]\w*)|\[(?:'([^']*)'|"([^"]*)")\])((?:\.[\w-]+|\.?\[(?:'[^']*'|"[^"]*"|\d+)\])*)/g;
const name = /\.([\w-]+)|\.?\[(?:'([^']*)'|"([^"]*)"|(\d+))\]/g;

/** All paths in a text, in order. */
export function referencesIn(text: string): Reference[] {
  return [...text.matchAll(path)].map((match) => ({
    text: match[0],
    namespace: match[1] ?? match[2] ?? match[3] ?? '',
    names: [...(match[4] ?? '').matchAll(name)].map((part) => part[1] ?? part[2] ?? part[3] ?? part[4] ?? ''),
  }));
}

/** All paths that an action reads, in its parameters and in what it compares with. */
export function referencesOf(action: Action): Reference[] {
  const texts = [...textsIn(action.parameters)].map(({ text }) => text);
  const operands = action.conditions.flatMap((condition) => condition.operands);
  return [...texts, ...operands].flatMap(referencesIn);
}
