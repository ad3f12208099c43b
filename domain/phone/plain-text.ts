/**
 * One spelling for what people and machines type in many: digits of any script become 0–9, full-width forms their plain
 * form, every blank a space, every hyphen `-`, and invisible formatting characters vanish. Control characters stay, so
 * that callers of this function can refuse them.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\p{Nd}/gu, asciiDigit)
    .trim();
}

export const hasControlCharacter = (text: string): boolean => /\p{Cc}/u.test(text);

/** Unicode keeps the decimal digits of a script together, zero first, so the distance to the run's start is the value. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code >= 0x30 && code <= 0x39) return digit;
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((code - start) % 10);
}
