import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { asText } from './references.ts';

/** How the store form of GetParticipantInput takes digits. */
export interface DigitRules {
  mostDigits: number;
  terminator: string;
  /** `*` clears what was typed so far. */
  cancels: boolean;
  betweenMs: number;
  /** E.164 of the digits, or undefined when they are no phone number. */
  phone?: (digits: string) => string | undefined;
}

/** No phone number is longer [E.164]. */
const longestNumber = 20;

export function digitRules(parameters: Record<string, unknown>, text: (template: unknown) => string): DigitRules {
  const validation = Object(parameters.InputValidation);
  const keys = Object(parameters.DTMFConfiguration);
  const custom = Object(validation.CustomValidation);
  const phone = validation.PhoneNumberValidation === undefined ? undefined : Object(validation.PhoneNumberValidation);
  return {
    mostDigits: phone ? longestNumber : Number(text(custom.MaximumLength)),
    terminator: asText(keys.InputTerminationSequence) || '#',
    cancels: asText(keys.DisableCancelKey).toLowerCase() !== 'true',
    betweenMs: Number(asText(keys.InterdigitTimeLimitSeconds) || 5) * 1000,
    phone: phone && ((digits) => asNumber(digits, asText(phone.NumberFormat), asText(phone.CountryCode))),
  };
}

/**
 * Takes keys after the first until enough, until the whole terminator, or until the caller pauses too long; then the
 * digits so far count. The terminator is not stored, single keys of a longer one are data [docs].
 */
export async function collectDigits(
  first: string,
  rules: DigitRules,
  listen: (ms: number) => Promise<string | undefined>,
): Promise<string> {
  let digits = '';
  for (let key: string | undefined = first; key !== undefined; key = await listen(rules.betweenMs)) {
    digits = key === '*' && rules.cancels ? '' : digits + key;
    if (digits.endsWith(rules.terminator)) return digits.slice(0, -rules.terminator.length);
    if (digits.length >= rules.mostDigits) return digits;
  }
  return digits;
}

/** Local numbers are read in their country; E.164 ones come without the plus, which no telephone has. */
function asNumber(digits: string, format: string, country: string): string | undefined {
  const number =
    format === 'Local'
      ? parsePhoneNumberFromString(digits, country as CountryCode)
      : parsePhoneNumberFromString(`+${digits}`);
  return number?.isValid() ? number.number : undefined;
}
