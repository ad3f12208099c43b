/**
 * Words that stand in a caller id when the network hides the number. Any other word is unusable as well; this list only
 * lets the agent read 'number withheld' where that is what was said. Compared without case, digits and punctuation.
 */
const words = new Set(
  [
    'anonymous, private, private number, private caller, restricted, withheld, number withheld, unknown, unknown caller',
    'unavailable, not available, coverage unavailable, out of area, blocked, hidden, no caller id, id withheld, nonpub',
    'unlisted, p, o, payphone, interaction with other service, caller id blocked, unknown number, undisclosed',
    'anonym, unbekannt, privat, unterdrückt, nummer unterdrückt, rufnummer unterdrückt',
    'anonyme, masqué, numéro masqué, privé, numéro privé, inconnu, appel masqué',
    'anónimo, oculto, número oculto, privado, número privado, desconocido, número desconocido',
    'anonimo, privato, sconosciuto, numero privato, numero sconosciuto, nascosto',
    'anônimo, desconhecido, número desconhecido, não identificado',
    'anoniem, onbekend, afgeschermd, privénummer, okänt, okänt nummer, hemligt nummer, dolt nummer, skyddat nummer',
    'ukjent, skjult, skjult nummer, ukendt, hemmeligt nummer, tuntematon, salainen numero',
    'anonimowy, nieznany, prywatny, numer prywatny, zastrzeżony, numer zastrzeżony',
    'neznámý, skryté číslo, rejtett szám, ismeretlen, gizli numara, bilinmeyen, bilinmeyen numara',
    'анонимный, неизвестный, неизвестен, скрыт, скрытый номер, номер скрыт, частный номер, άγνωστος, απόκρυψη',
    'مجهول, رقم خاص, غير معروف, חסוי, מספר חסוי, 非通知, 非通知設定, 表示圏外, 公衆電話, 未知, 未知号码, 私人号码, 발신번호표시제한',
  ].flatMap((line) => line.split(', ').map(lettersOf)),
);

/** The same words as Twilio and others spelled them on a keypad, e.g. ANONYMOUS = 266696687. */
const keypadWords = new Set(
  ['anonymous', 'restricted', 'blocked', 'unknown', 'unavailable', 'private', 'withheld'].map(onKeypad),
);

export const saysWithheld = (text: string): boolean => words.has(lettersOf(text));
export const spellsWithheld = (digits: string): boolean => keypadWords.has(digits);

/** Digits that a switch puts where it has no number: all zeros, or one digit seven times and more. */
export const isFiller = (digits: string): boolean => /^0+$/.test(digits) || /^(\d)\1{6,}$/.test(digits);

function lettersOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
}

function onKeypad(word: string): string {
  const keys = '22233344455566677778889999';
  return [...word].map((letter) => keys[letter.charCodeAt(0) - 97]).join('');
}
