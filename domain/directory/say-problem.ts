import type { PersonFields } from '../api.ts';
import type { FieldProblem } from './person-fields.ts';

const names: Record<keyof PersonFields, string> = {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  userName: 'User name',
  emails: 'Email',
  phones: 'Telephone',
  supportId: 'Support ID',
  employeeId: 'Employee ID',
  organisation: 'Organisation',
  site: 'Site',
  building: 'Building',
  floor: 'Floor',
  cubicle: 'Cubicle',
  carNumber: 'Car number',
  text1: 'Text 1',
  text2: 'Text 2',
  integer1: 'Integer 1',
  integer2: 'Integer 2',
  language: 'Language',
  vip: 'VIP',
  active: 'Active',
  doNotCall: 'Do not call',
  region: 'Country of the numbers',
};

/** A problem as a sentence for whoever typed the value, e.g. `Email "amy" is no email address.` */
export const sayProblem = ({ field, value, reason }: FieldProblem): string =>
  `${names[field]}${value === '' ? '' : ` "${value}"`} ${reason}.`;
