import { describe, expect, it } from 'vitest';
import { weekdays } from '../../domain/calling/local-time.ts';
import { readContext } from '../../lib/context.ts';
import { readSettings, WrongSettings } from '../../lib/settings.ts';
import { existingInstance } from './existing-instance.ts';
import { templateOf } from './synth.ts';
import { ofType } from './template.ts';

const newInstance = { stage: 'sample', instanceAlias: 'example', signInDomain: 'example' };

function linesFor(deskline: unknown): string[] {
  try {
    readSettings(deskline);
    return [];
  } catch (error) {
    if (error instanceof WrongSettings) return error.lines;
    throw error;
  }
}

describe('wrong settings are named in one line each', () => {
  const number = (phoneNumber: unknown) => ({ ...newInstance, phoneNumber });
  const calling = (callingHours: unknown) => ({ ...newInstance, callingHours });
  const hours = (openingHours: unknown) => ({ ...newInstance, openingHours });
  const { signInDomain: _, ...withoutSignIn } = newInstance;
  it.each<[unknown, string]>([
    [undefined, 'deskline: undefined is not an object of settings; see docs/deploy.md'],
    [{ ...newInstance, stage: 'My Stage' }, 'deskline.stage: "My Stage" is not a stage'],
    [{ ...newInstance, stage: undefined }, 'deskline.stage: is missing'],
    [{ ...newInstance, stag: 'x' }, 'deskline.stag: is no setting; known are stage, instanceAlias'],
    [{ stage: 'sample', signInDomain: 'x' }, 'deskline.instanceAlias: is missing'],
    [
      { ...newInstance, instanceArn: existingInstance.instanceArn },
      'deskline.instanceArn: stands beside instanceAlias',
    ],
    [{ ...newInstance, instanceAlias: 'd-example' }, 'deskline.instanceAlias: "d-example" is not an alias'],
    [{ ...existingInstance, instanceArn: 'example' }, 'deskline.instanceArn: "example" is not the ARN of an instance'],
    [{ ...existingInstance, instanceUrl: undefined }, 'deskline.instanceUrl: is missing'],
    [
      { ...existingInstance, instanceUrl: 'https://evil.example' },
      'deskline.instanceUrl: "https://evil.example" is not',
    ],
    [
      { ...newInstance, recordings: 'A bucket' },
      'deskline.recordings: "A bucket" is neither create, none nor a bucket',
    ],
    [
      { ...newInstance, contactRecords: 'my-stream' },
      'deskline.contactRecords: "my-stream" is neither create, none nor',
    ],
    [{ ...newInstance, agentEvents: 7 }, 'deskline.agentEvents: 7 is neither create, none nor the ARN'],
    [number('+12125550123'), 'deskline.phoneNumber: "+12125550123" is not a number; write "none"'],
    [number({ arn: 'x' }), 'deskline.phoneNumber.arn: "x" is not the ARN of a phone number'],
    [number({ claim: { country: 'XX', type: 'DID' } }), 'deskline.phoneNumber.claim.country: "XX" is not a country'],
    [
      number({ claim: { country: 'US', type: 'MOBILE' } }),
      'deskline.phoneNumber.claim.type: "MOBILE" is not a kind of',
    ],
    [calling({ from: '9' }), 'deskline.callingHours.from: "9" is not a time; write HH:MM'],
    [calling({ from: '21:00', to: '08:00' }), 'deskline.callingHours.to: is not later than from'],
    [calling({ until: '21:00' }), 'deskline.callingHours.until: is no setting; known are days, from, to, countries'],
    [calling({ countries: ['GB'] }), 'deskline.callingHours.countries: ["GB"] is not an object'],
    [calling({ countries: { UK: {} } }), 'deskline.callingHours.countries.UK: "UK" is not a country'],
    [calling({ countries: { GB: { days: [] } } }), 'deskline.callingHours.countries.GB.days: [] is not days'],
    [{ ...newInstance, lineRegion: 'England' }, 'deskline.lineRegion: "England" is not a country'],
    [{ ...newInstance, timeZone: 'Mars/Olympus' }, 'deskline.timeZone: "Mars/Olympus" is not a time zone'],
    [{ ...newInstance, organisations: 'Acme' }, 'deskline.organisations: "Acme" is not a list of names'],
    [{ ...newInstance, organisations: [] }, 'deskline.organisations: [] is not a list of names'],
    [{ ...newInstance, organisations: ['Acme', ' '] }, 'deskline.organisations: ["Acme"," "] is not a list of names'],
    [{ ...newInstance, dialLink: 'javascript:{number}' }, 'deskline.dialLink: "javascript:{number}" is no link that'],
    [{ ...newInstance, dialLink: 'tel:' }, 'deskline.dialLink: "tel:" is no link that dials'],
    [hours({ from: '25:00' }), 'deskline.openingHours.from: "25:00" is not a time; write HH:MM'],
    [hours({ to: '24:00' }), 'deskline.openingHours.to: "24:00" is not a time; write HH:MM'],
    [hours({ to: '23:59' }), 'deskline.openingHours.to: "23:59" leaves a minute closed; write 00:00 for midnight'],
    [hours({ from: '09:00', to: '08:00' }), 'deskline.openingHours.to: is not later than from'],
    [hours({ days: ['Funday'] }), 'deskline.openingHours.days: "Funday" is not a day'],
    [hours({ days: [] }), 'deskline.openingHours.days: [] is not days'],
    [hours('always'), 'deskline.openingHours: "always" is not an object of settings'],
    [{ ...newInstance, queues: { billing: 'Service desk' } }, 'deskline.queues.billing: has the name of serviceDesk'],
    [{ ...newInstance, queues: { billing: 'Network' } }, 'deskline.queues.network: has the name of billing'],
    [
      { ...newInstance, queues: { sales: 'Sales' } },
      'deskline.queues.sales: is no setting; known are serviceDesk, bil',
    ],
    [withoutSignIn, 'deskline.signInDomain: is missing; write signInDomain for Cognito, or issuer'],
    [{ ...newInstance, signInDomain: 'my-aws-desk' }, 'deskline.signInDomain: "my-aws-desk" is not a prefix'],
    [{ ...newInstance, issuer: 'https://id.example' }, 'deskline.issuer: stands beside signInDomain'],
    [
      { ...withoutSignIn, issuer: 'http://id.example', clientId: 'x', rolesClaim: 'g' },
      'deskline.issuer: "http://id.ex',
    ],
    [{ ...withoutSignIn, issuer: 'https://id.example', clientId: 'x' }, 'deskline.rolesClaim: is missing'],
  ])('%j', (deskline, line) => {
    const lines = linesFor(deskline);
    expect(lines.map((text) => text.slice(0, line.length))).toEqual([line]);
    expect(lines[0]).not.toContain('\n');
  });

  it('all at once', () => {
    expect(linesFor({ ...newInstance, timeZone: 'x', lineRegion: 'x', stag: 'x' })).toHaveLength(3);
  });
});

describe('settings that are left out', () => {
  it('give a line that is always open, read from the US, with three queues', () => {
    const { openingHours, lineRegion, queues, phoneNumber } = readSettings(newInstance);
    expect({ lineRegion, queues, phoneNumber }).toEqual({
      lineRegion: 'US',
      queues: { serviceDesk: 'Service desk', billing: 'Billing', network: 'Network' },
      phoneNumber: { kind: 'none' },
    });
    expect(openingHours.days).toHaveLength(7);
    expect(openingHours.to).toEqual({ hours: 0, minutes: 0 });
  });

  it('make stores with a new instance only, since an instance holds one of each kind', () => {
    expect(readSettings(newInstance).recordings).toEqual({ kind: 'create' });
    expect(readSettings(existingInstance).recordings).toEqual({ kind: 'none' });
    expect(readSettings(existingInstance).agentEvents).toEqual({ kind: 'none' });
  });
});

it.each([
  ['sample', true],
  ['sample-2', true],
  ['samples', false],
  ['production', false],
])('stage %s may be deleted whole: %s', (stage, removable) => {
  expect(readSettings({ ...newInstance, stage }).removable).toBe(removable);
});

it('reads days in the order of the week, in any case', () => {
  const settings = readSettings({
    ...newInstance,
    openingHours: { days: ['friday', 'Monday'], from: '08:00', to: '18:30' },
  });
  expect(settings.openingHours).toEqual({
    days: ['MONDAY', 'FRIDAY'],
    from: { hours: 8, minutes: 0 },
    to: { hours: 18, minutes: 30 },
  });
});

it('lets people be called from eight to nine, and in countries that differ at other hours', () => {
  const everyDay = readSettings(newInstance).callingHours;
  expect(everyDay).toEqual({ days: weekdays, from: 8 * 60, to: 21 * 60, countries: {} });
  const { callingHours } = readSettings({
    ...newInstance,
    callingHours: { to: '00:00', countries: { GB: { days: 'weekdays', from: '09:30' } } },
  });
  expect(callingHours).toEqual({
    ...{ days: weekdays, from: 8 * 60, to: 24 * 60 },
    countries: { GB: { days: weekdays.slice(0, 5), from: 9 * 60 + 30, to: 21 * 60 } },
  });
});

it('takes the settings of cdk.json', () => {
  expect(readSettings(readContext().deskline).stage).toBe('sample');
});

describe('whom agents may select, and how their links dial', () => {
  it('is everybody, by tel:, unless it is said', () => {
    const { organisations, dialLink } = readSettings(newInstance);
    expect({ organisations, dialLink }).toEqual({ organisations: undefined, dialLink: 'softphone' });
  });

  it('reaches the functions that find callers', () => {
    const template = templateOf({ ...newInstance, organisations: ['Acme', ' Kite '] });
    const told = ofType(template, 'AWS::Lambda::Function').flatMap(([, { Properties }]) => {
      const { Variables } = (Properties.Environment ?? {}) as { Variables?: Record<string, string> };
      return Variables?.ORGANISATIONS ?? [];
    });
    expect(told).toEqual(['["Acme","Kite"]', '["Acme","Kite"]']);
  });
});
