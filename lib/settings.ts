import { isSupportedCountry } from 'libphonenumber-js/min';
import type { CallingHours } from '../domain/calling/hours.ts';
import { readCallingHours } from './settings/calling-hours.ts';
import { Fields, show } from './settings/fields.ts';
import type { OpeningHours } from './settings/opening-hours.ts';
import { readOpeningHours } from './settings/opening-hours.ts';
import type { SignInSettings } from './settings/sign-in.ts';
import { readSignIn } from './settings/sign-in.ts';

/** A bucket or stream of the instance: made by the stack, one that exists (bucket name or stream ARN), or none. */
export type Store = { kind: 'create' } | { kind: 'existing'; name: string } | { kind: 'none' };

export type InstanceSettings =
  | { kind: 'new'; alias: string }
  | { kind: 'existing'; arn: string; url: string; region: string; account: string };

export type PhoneNumberSettings =
  | { kind: 'none' }
  | { kind: 'existing'; arn: string }
  | { kind: 'claim'; country: string; type: 'DID' | 'TOLL_FREE' };

/** What `cdk.json` says under `deskline`, checked. */
export interface Settings {
  stage: string;
  /** Sample stages may be deleted whole; all others keep data and numbers and are protected from deletion. */
  removable: boolean;
  instance: InstanceSettings;
  recordings: Store;
  contactRecords: Store;
  agentEvents: Store;
  phoneNumber: PhoneNumberSettings;
  /** ISO 3166 country in which numbers without country code are read. */
  lineRegion: string;
  /** IANA name. */
  timeZone: string;
  openingHours: OpeningHours;
  /** When people may be called, by the clock where their telephone rings. */
  callingHours: CallingHours;
  queues: { serviceDesk: string; billing: string; network: string };
  /** Organisations whose people agents may select; absent: everybody. */
  organisations?: string[];
  /** What a phone link on the page opens; `{number}` stands for the E.164 number. */
  dialLink: string;
  signIn: SignInSettings;
}

/** Says what is wrong with the settings, one line for each. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
  }
}

const known = [
  ...['stage', 'instanceAlias', 'instanceArn', 'instanceUrl', 'recordings', 'contactRecords', 'agentEvents'],
  ...['phoneNumber', 'lineRegion', 'timeZone', 'openingHours', 'callingHours', 'queues', 'organisations', 'dialLink'],
  ...['signInDomain', 'issuer', 'clientId', 'audience', 'rolesClaim', 'scope'],
];

/** Checks the `deskline` object of the context; throws {@link WrongSettings} with a line for each mistake. */
export function readSettings(context: unknown): Settings {
  const lines: string[] = [];
  const fields = new Fields('deskline', context, lines);
  if (lines.length > 0) throw new WrongSettings(lines);
  const stage = fields.text('stage', /^[a-z][a-z0-9-]{0,19}$/, 'is not a stage; write e.g. sample, test or production');
  const instance = readInstance(fields);
  const make = instance?.kind === 'new' ? 'create' : 'none';
  const stream = /^arn:aws[\w-]*:kinesis:[a-z0-9-]+:\d{12}:stream\/[\w.-]+$/;
  const recordings = readStore(fields, 'recordings', make, /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'a bucket name');
  const contactRecords = readStore(fields, 'contactRecords', make, stream, 'the ARN of a Kinesis stream');
  const agentEvents = readStore(fields, 'agentEvents', make, stream, 'the ARN of a Kinesis stream');
  const phoneNumber = readPhoneNumber(fields);
  const lineRegion = readCountry(fields, 'lineRegion', 'US');
  const timeZone = readTimeZone(fields);
  const openingHours = fields.has('openingHours')
    ? readOpeningHours(fields.section('openingHours'))
    : readOpeningHours(new Fields('deskline.openingHours', {}, lines));
  const callingHours = readCallingHours(
    fields.has('callingHours') ? fields.section('callingHours') : new Fields('deskline.callingHours', {}, lines),
  );
  const queues = readQueues(fields.has('queues') ? fields.section('queues') : new Fields('deskline.queues', {}, lines));
  const signIn = readSignIn(fields);
  const organisations = readOrganisations(fields);
  const dialLink = readDialLink(fields);
  fields.done(known);
  const read = { stage, instance, recordings, contactRecords, agentEvents, phoneNumber, lineRegion, timeZone };
  const all = {
    ...read,
    openingHours,
    callingHours,
    queues,
    organisations,
    dialLink,
    signIn,
    removable: /^sample(-|$)/.test(stage ?? ''),
  };
  if (lines.length > 0) throw new WrongSettings(lines);
  // Every reader that answers undefined has added a line.
  return all as Settings;
}

function readInstance(fields: Fields): InstanceSettings | undefined {
  const remedy = 'write instanceAlias for a new instance, or instanceArn and instanceUrl for one that exists';
  if (fields.has('instanceAlias')) {
    for (const other of ['instanceArn', 'instanceUrl'])
      if (fields.has(other)) return fields.wrong(other, `stands beside instanceAlias; ${remedy}`);
    const pattern = /^(?!d-)[\da-zA-Z][\da-zA-Z-]{0,43}[\da-zA-Z]$/;
    const alias = fields.text('instanceAlias', pattern, 'is not an alias; write 2 to 45 letters, digits and hyphens');
    return alias === undefined ? undefined : { kind: 'new', alias };
  }
  if (!fields.has('instanceArn') && !fields.has('instanceUrl'))
    return fields.wrong('instanceAlias', `is missing; ${remedy}`);
  const arnPattern = /^arn:aws[\w-]*:connect:([a-z0-9-]+):(\d{12}):instance\/[0-9a-f-]{36}$/;
  const arn = fields.text('instanceArn', arnPattern, 'is not the ARN of an instance (arn:aws:connect:…:instance/…)');
  const hosts = /^https:\/\/[\da-z-]+\.(my\.connect\.aws|awsapps\.com)\/?$/;
  const url = fields.text(
    'instanceUrl',
    hosts,
    'is not the address of an instance; write https://<alias>.my.connect.aws',
  );
  const [, region, account] = arn?.match(arnPattern) ?? [];
  if (!arn || !url || !region || !account) return undefined;
  return { kind: 'existing', arn, url: url.replace(/\/$/, ''), region, account };
}

function readStore(fields: Fields, name: string, otherwise: string, pattern: RegExp, what: string): Store | undefined {
  const remedy = `is neither create, none nor ${what}`;
  const value = fields.text(name, new RegExp(`^(create|none)$|${pattern.source}`), remedy, otherwise);
  if (value === undefined) return undefined;
  return value === 'create' || value === 'none' ? { kind: value } : { kind: 'existing', name: value };
}

function readPhoneNumber(fields: Fields): PhoneNumberSettings | undefined {
  const value = fields.take('phoneNumber') ?? 'none';
  if (value === 'none') return { kind: 'none' };
  if (typeof value !== 'object')
    return fields.wrong(
      'phoneNumber',
      `${show(value)} is not a number; write "none", {"arn": …} or {"claim": {"country": "US", "type": "DID"}}`,
    );
  const number = fields.section('phoneNumber');
  if (number.has('arn')) {
    const arnPattern = /^arn:aws[\w-]*:connect:[a-z0-9-]+:\d{12}:phone-number\/[0-9a-f-]{36}$/;
    const arn = number.text('arn', arnPattern, 'is not the ARN of a phone number (arn:aws:connect:…:phone-number/…)');
    number.done(['arn']);
    return arn === undefined ? undefined : { kind: 'existing', arn };
  }
  const claim = number.section('claim');
  const country = readCountry(claim, 'country');
  const type = claim.text('type', /^(DID|TOLL_FREE)$/, 'is not a kind of number; write DID or TOLL_FREE');
  claim.done(['country', 'type']);
  number.done(['claim']);
  if (country === undefined || type === undefined) return undefined;
  return { kind: 'claim', country, type: type === 'DID' ? 'DID' : 'TOLL_FREE' };
}

function readCountry(fields: Fields, name: string, otherwise?: string): string | undefined {
  const remedy = 'is not a country; write an ISO 3166 code such as US or GB';
  const code = fields.text(name, /./, remedy, otherwise);
  return code === undefined || isSupportedCountry(code) ? code : fields.wrong(name, `${show(code)} ${remedy}`);
}

function readTimeZone(fields: Fields): string | undefined {
  const remedy = 'is not a time zone; write an IANA name such as Europe/London';
  const zone = fields.text('timeZone', /./, remedy, 'UTC');
  if (zone === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return fields.wrong('timeZone', `${show(zone)} ${remedy}`);
  }
}

function readOrganisations(fields: Fields): string[] | undefined {
  if (!fields.has('organisations')) return undefined;
  const value = fields.take('organisations');
  const right =
    Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string' && name.trim());
  if (right) return (value as string[]).map((name) => name.trim());
  return fields.wrong(
    'organisations',
    `${show(value)} is not a list of names; write e.g. ["Harbour Books"], or leave it out when agents may select everybody`,
  );
}

/** Only schemes that start a telephone: anything else in a link would be a way to run code in the page. */
function readDialLink(fields: Fields): string | undefined {
  const remedy = 'is no link that dials; write softphone, or tel:, sip:, sips: or callto: with {number} in it';
  return fields.text('dialLink', /^(softphone|(tel|sips?|callto):[^\s{}]*\{number\}[^\s{}]*)$/, remedy, 'softphone');
}

function readQueues(fields: Fields): Settings['queues'] | undefined {
  const name = /^\S(.{0,125}\S)?$/;
  const remedy = 'is not a name for a queue; write 1 to 127 characters';
  const serviceDesk = fields.text('serviceDesk', name, remedy, 'Service desk');
  const billing = fields.text('billing', name, remedy, 'Billing');
  const network = fields.text('network', name, remedy, 'Network');
  fields.done(['serviceDesk', 'billing', 'network']);
  if (serviceDesk === undefined || billing === undefined || network === undefined) return undefined;
  const queues = { serviceDesk, billing, network };
  const places = Object.entries(queues);
  const [again] = places.filter(([, text], at) => places.findIndex(([, other]) => other === text) < at);
  if (!again) return queues;
  const [first] = places.find(([, text]) => text === again[1]) ?? [];
  return fields.wrong(again[0], `has the name of ${first}; queue names differ`);
}
