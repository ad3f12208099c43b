/** The JSON value in a record's data; undefined for what is none, which no schema takes. */
export function dataOf(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
