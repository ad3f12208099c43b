import { plainText } from './plain-text.ts';

/** What people type around a number, taken off. Only the stored side is cleaned: nothing is cut out of a caller id. */
export interface StoredText {
  /** What is left: a number with its separators, or nothing that is one. */
  number: string;
  extension?: string;
  /** What stands behind the number: letters that spell digits, or a note. */
  behind: string;
}

/** `4.42079E+11`, `442079460123.0`, `2,079,460,123`: digits are lost, or nobody can tell whether they are. */
export const isSpreadsheetDamage = (text: string): boolean =>
  /(?:^|[^\p{L}\d])\d+(?:[.,]\d+)?E[+-]?\d+(?![\p{L}\d])/iu.test(text) ||
  /^\D{0,2}\d{7,}[.,]\d{0,2}$/.test(text) ||
  /^\d{1,3}(?:,\d{3}){2,}$/.test(text);

/** One spelling, without markup, entities, pictures and the quotes that spreadsheets put in front. */
export function withoutMarkup(stored: string): string {
  const plain = plainText(stored.replace(/\p{Cc}/gu, ' '))
    .replace(/<\/?(?!sips?:|tel:)[a-z][^<>]*>/gi, ' ')
    .replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, ' ')
    .replace(/\p{Extended_Pictographic}|[\p{So}\p{Sk}\p{Me}\p{Mn}]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return /<(?:sips?|tel):/i.test(plain) ? plain : plain.replace(/^[=\s]*["'`‘’“”]+|["'`‘’“”\s]+$/g, '');
}

const extensionWord =
  '(?:extension|extensión|extn|ext|ex|x|#|int|anexo|ramal|poste|durchwahl|dw|nebenstelle|kl|wew|доб)';
const extension = new RegExp(`^(.*?\\d\\)?)[\\s,;.:(-]*${extensionWord}[\\s.:#-]*(\\d{1,15})[)\\s]*$`, 'iu');
const extensionAlone = new RegExp(`^${extensionWord}[\\s.:#-]*(\\d{1,15})$`, 'iu');

/** In front of a number: star and hash codes of networks; in Britain 141 and 1470 as well, which hide and show it. */
const serviceCode = /^(?:[*#]{1,2}\d{2,3}[*#]|\*\d{2})[\s,-]*(?=[\d+(])/;
const britishCode = /^(?:1470|141)[\s,-]*(?=\+|\(?0)/;
const note = /[([{](?![^()[\]{}]*\b(?:ext|x)\b)[^()[\]{}\d]*\p{L}[^()[\]{}\d]*[)\]}]/giu;

/** `020 7946 0123 - 24h`: words behind a dash, with whatever digits are among them. */
const dashNote = /^((?:\D*\d){5}[^\p{L}]*?) - (?=[^\p{L}]*\p{L}).*$/u;

/** @param region Country in which the text is read. */
export function storedText(text: string, region: string): StoredText {
  const noted = text.replace(note, ' ').replace(dashNote, '$1').trim();
  const alone = extensionAlone.exec(noted)?.[1];
  if (alone !== undefined) return { number: alone, behind: '' };
  const bare = withoutLabel(noted)
    .replace(serviceCode, '')
    .replace(/[#*]+$/, '');
  const dialled = region === 'GB' ? bare.replace(britishCode, '') : bare;
  const [, before = dialled, digits] = extension.exec(dialled) ?? [];
  const { number, behind } = split(before);
  return digits === undefined ? { number, behind } : { number, behind, extension: digits };
}

/**
 * Words in front of the number. A letter that touches the digits and looks like one (`O20…`) is a mistyped digit: then
 * nothing is taken off and the text stays unreadable.
 */
function withoutLabel(text: string): string {
  const numbered = text.replace(/^[^\d+(*#]*\d{0,2} *: *(?=[\d+(])/u, '');
  const [, label = '', rest = ''] = /^([^\d+(*#]*)(.*)$/su.exec(numbered) ?? [];
  return /(?:^|[^\p{L}])[OoIlSBZQ]+$/u.test(label) ? numbered : rest;
}

/** The number's own characters and what follows them; URI parameters stay with the number. */
function split(text: string): { number: string; behind: string } {
  const [, number = '', behind = ''] = /^([+(]*\d[\d\s().,/;=+-]*)(.*)$/su.exec(text) ?? [];
  if (/;$/.test(number) && /^[a-z-]+=/i.test(behind)) return { number: number + behind, behind: '' };
  const mistyped = (/\d$/.test(number) && /^\p{L}+\d/u.test(behind)) || /^[OoIlSBZQ]\d/.test(behind);
  if (mistyped && !/^\p{L}{3}/u.test(behind)) return { number: '', behind: '' };
  return { number: number.replace(/[\s(.,/;=+-]+$/, ''), behind };
}
