/** CloudFormation hands scalars to custom resources as text: `true` arrives as `"true"`. */
export function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asTexts(item)]));
  }
  return value === null || value === undefined ? value : String(value);
}
