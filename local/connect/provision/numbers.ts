import { type CountryCode, getCountryCallingCode } from 'libphonenumber-js/max';
import type { Provisioned } from '../../ports.ts';
import { idFrom } from '../arn.ts';
import type { Provisioning } from './index.ts';

/** First numbers of the ranges that regulators keep for fiction, so that a demo call never names a real line. */
const fiction: Record<string, string> = {
  AU: '+61255500000',
  CA: '+16135550100',
  DE: '+493023125000',
  FR: '+33199000000',
  GB: '+441632960000',
  SE: '+46846500400',
  US: '+12125550100',
};

/** The number after `taken` claims in that country; elsewhere the country code with 5550100. */
export function fictionalNumber(country: string, taken: number): string {
  const first = fiction[country] ?? `+${getCountryCallingCode(country as CountryCode)}5550100`;
  return `+${BigInt(first.slice(1)) + BigInt(taken)}`;
}

/** Claims a number. It leads nowhere until the custom resource links it to a flow. */
export function phoneNumber({ properties, resources, logicalId, region, account }: Provisioning): Provisioned {
  const country = properties.text('CountryCode');
  const arn = `arn:aws:connect:${region}:${account}:phone-number/${idFrom(logicalId)}`;
  const others = [...resources.numbers.values()].filter((number) => number.country === country && number.arn !== arn);
  const address = fictionalNumber(country, others.length);
  resources.numbers.set(arn, { arn, address, country, type: properties.text('Type') });
  return { ref: arn, attributes: { PhoneNumberArn: arn, Address: address } };
}
