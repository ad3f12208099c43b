import type { ShownNumber } from '../api.ts';
import { readCallerId } from './caller-id.ts';
import { fileNumber } from './file-number.ts';
import type { FiledNumber } from './filing.ts';
import { displayNumber } from './read-number.ts';

/**
 * The form to show and the form to dial of a number as it was delivered or typed.
 *
 * @param region Country of the viewer's line: its own numbers are shown in national form.
 * @returns undefined when there is no number to show, as with a withheld one.
 */
export function shownNumber(raw: string | null | undefined, region: string): ShownNumber | undefined {
  const read = readCallerId(raw, region);
  switch (read.kind) {
    case 'number':
      return shownFiled(read.numbers[0], region) ?? { display: printable(raw ?? '') };
    case 'short-code':
      return { display: read.digits };
    case 'sip':
      return { display: read.address };
    case 'withheld':
      return undefined;
    case 'unusable':
      return { display: printable(raw ?? '') };
  }
}

/**
 * A number of a person, as stored; a field that holds more than one number is shown as typed, and dials the first.
 *
 * @param ownRegion Country in which it is read.
 * @param viewerRegion Country in whose form it is shown.
 */
export function shownStoredNumber(stored: string, ownRegion: string, viewerRegion: string): ShownNumber {
  const filing = fileNumber(stored, ownRegion);
  const numbers = 'numbers' in filing ? filing.numbers : [];
  const [first, second] = numbers.filter((number) => number.kind !== 'block' && !('unsure' in number));
  const shown = shownFiled(first, viewerRegion) ?? { display: printable(stored) };
  return second === undefined || second.kind === 'local' ? shown : { ...shown, display: printable(stored) };
}

function shownFiled(number: FiledNumber | undefined, region: string): ShownNumber | undefined {
  switch (number?.kind) {
    case 'line': {
      if (number.unsure) return undefined;
      const extension = number.extension === undefined ? '' : ` ext. ${number.extension}`;
      return { display: displayNumber(number.e164, region) + extension, dial: number.e164 };
    }
    case 'internal':
    case 'local':
      return { display: number.digits };
    case 'address':
      return { display: number.address };
    default:
      return undefined;
  }
}

/** Enough to recognise it, and nothing that could move a reader's cursor or hide text. */
function printable(raw: string): string {
  const text = raw.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text || '?';
}
