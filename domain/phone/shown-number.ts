import type { ShownNumber } from '../api.ts';
import { readCallerId } from './caller-id.ts';
import { displayNumber } from './read-number.ts';
import { readStoredNumber } from './stored-number.ts';

/**
 * The form to show and the form to dial of a number as it was delivered or typed.
 *
 * @param region Country of the viewer's line: its own numbers are shown in national form.
 * @returns undefined when there is no number to show, as with a withheld one.
 */
export function shownNumber(raw: string | null | undefined, region: string): ShownNumber | undefined {
  const read = readCallerId(raw, region);
  switch (read.kind) {
    case 'number': {
      const extension = read.extension === undefined ? '' : ` ext. ${read.extension}`;
      return { display: displayNumber(read.e164, region) + extension, dial: read.e164 };
    }
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
 * A number of a person, as stored.
 *
 * @param ownRegion Country in which it is read.
 * @param viewerRegion Country in whose form it is shown.
 */
export function shownStoredNumber(stored: string, ownRegion: string, viewerRegion: string): ShownNumber {
  const filed = readStoredNumber(stored, ownRegion);
  if (!filed) return { display: printable(stored) };
  const extension = filed.extension === undefined ? '' : ` ext. ${filed.extension}`;
  if (!filed.whole.startsWith('+')) return { display: filed.whole };
  return { display: displayNumber(filed.whole, viewerRegion) + extension, dial: filed.whole };
}

/** Enough to recognise it, and nothing that could move a reader's cursor or hide text. */
function printable(raw: string): string {
  const text = raw.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text || '?';
}
