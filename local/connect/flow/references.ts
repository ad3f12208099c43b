/**
 * References of the flow language: `$.A.b`, a key in brackets as `$.Attributes.['my key']` or `$['AwsRegion']`, a
 * position as `.0` or `[0]`. In a text a reference has no delimiters: it ends at the first character that cannot go on
 * with it, so the dot that ends a sentence stays in the text [assumed].
 */
const bracket = String.raw`\[(?:'[^']*'|"[^"]*"|\d+)\]`;
const reference = new RegExp(String.raw`\$(?:\.[A-Za-z_]\w*|\.?${bracket})(?:\.\w+|\.?${bracket})*`, 'g');
const step = /\.?\['([^']*)'\]|\.?\["([^"]*)"\]|\.?\[(\d+)\]|\.(\w+)/g;

/** True when the whole text is one reference. */
export function isReference(text: string): boolean {
  const found = text.match(reference);
  return found?.length === 1 && found[0] === text;
}

/** What the reference leads to; undefined when it leads nowhere. */
export function lookUp(path: string, scope: Record<string, unknown>): unknown {
  let value: unknown = scope;
  for (const found of path.slice(1).matchAll(step)) {
    const key = found[1] ?? found[2] ?? found[3] ?? found[4] ?? '';
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The text with every reference put in; one that leads nowhere becomes empty [assumed; AWS documents it for data tables]. */
export function resolveText(template: unknown, scope: Record<string, unknown>): string {
  return asText(template).replace(reference, (path) => asText(lookUp(path, scope)));
}

export function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
