import { fileNumber, type NotFiled } from '../phone/file-number.ts';

const reasons: Record<NotFiled, string> = {
  'no-number': 'is no telephone number',
  'spreadsheet-damage':
    'was changed by a spreadsheet and has lost digits; format its column as text and enter it again',
  filler: 'stands in place of a number and is none',
  'service-code': 'is an emergency or service number, which nobody calls from',
  impossible: 'is no number that exists in its country',
  'too-long': 'is too long for telephone numbers',
};

/**
 * What stands in a phone field: how many numbers people can be found by, or why by none.
 *
 * @param region Country in which a number without country code is read.
 */
export function checkPhone(stored: string, region: string): { numbers: number } | { reason: string } {
  const filing = fileNumber(stored, region);
  return 'none' in filing ? { reason: reasons[filing.none] } : { numbers: filing.numbers.length };
}
