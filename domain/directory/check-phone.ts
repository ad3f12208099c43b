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
 * Says why nobody can be found by what stands in a phone field; undefined when somebody can.
 *
 * @param region Country in which a number without country code is read.
 */
export function checkPhone(stored: string, region: string): string | undefined {
  const filing = fileNumber(stored, region);
  return 'none' in filing ? reasons[filing.none] : undefined;
}
