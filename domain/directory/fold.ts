/** Longer texts are told apart by their beginning only; also what a key of the table can hold in every script. */
const longestFolded = 200;
const longestSearched = 60;

/**
 * What identifiers are compared by: compatible forms made one, lower case, no blanks around, one blank within, nothing
 * invisible. Empty for a text in which nothing can be seen.
 */
export const folded = (value: string): string =>
  cut(
    wellFormed(value)
      .normalize('NFKC')
      .replace(/[\p{Cf}\p{Cc}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase(),
    longestFolded,
  );

/** What search compares by: as above, and without accents and punctuation between words, as people type in haste. */
export const foldedForSearch = (text: string): string =>
  cut(
    folded(text)
      .normalize('NFD')
      .replace(/[\p{Mn}'’`]/gu, '')
      .normalize('NFC')
      .replace(/[ßøæœłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
      .replace(/[\s,;"()\p{Pd}]+/gu, ' ')
      .trim(),
    longestSearched,
  );

/** Letters that Unicode does not take apart. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Half of a surrogate pair is no character, and no store keeps it. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

const cut = (text: string, characters: number): string =>
  text.length <= characters ? text : [...text].slice(0, characters).join('').trimEnd();
