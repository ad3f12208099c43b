import {
  action,
  aFlow,
  digits,
  end,
  hours,
  lambda,
  menu,
  openOrNot,
  orEnd,
  say,
  store,
  to,
  when,
} from '../builders.ts';
import type { Row } from './row.ts';

const compare = (operator: string, operand: string) =>
  action(
    'which',
    'Compare',
    { ComparisonValue: '$.Channel' },
    to('end', { NoMatchingCondition: 'end' }, [when(operand, 'end', operator)]),
  );
const metric = (operator: string, operand: string) =>
  action(
    'staff',
    'CheckMetricData',
    { MetricType: 'NumberOfAgentsAvailable' },
    to('end', { NoMatchingError: 'end', NoMatchingCondition: 'end' }, [when(operand, 'end', operator)]),
  );

/** Errors and conditions. */
export const transitionsRows: Row[] = [
  {
    rule: 'V10',
    says: 'a function whose failure nobody handles',
    broken: aFlow([{ ...lambda('3'), Transitions: to('end') }, end]),
    mended: aFlow([lambda('3'), end]),
  },
  {
    rule: 'V10',
    says: 'a menu that forgets the silent caller',
    broken: aFlow([menu({}, '1', { NoMatchingCondition: 'end', NoMatchingError: 'end' }), end]),
    mended: aFlow([menu(), end]),
  },
  {
    rule: 'V10',
    says: 'a telephone number that may be wrong',
    broken: aFlow([
      store({ InputTimeLimitSeconds: '5', InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } } }),
      end,
    ]),
    mended: aFlow([
      store(
        { InputTimeLimitSeconds: '5', InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } } },
        { NoMatchingError: 'end', InvalidPhoneNumber: 'end' },
      ),
      end,
    ]),
  },
  {
    rule: 'V11',
    says: 'an error that only menus have',
    broken: aFlow([store(digits, { NoMatchingError: 'end', InputTimeLimitExceeded: 'end' }), end]),
    mended: aFlow([store(digits), end]),
  },
  {
    rule: 'V11',
    says: 'an invented error',
    broken: aFlow([say({ Text: 'x' }, to('end', { NoMatchError: 'end' })), end]),
    mended: aFlow([say({ Text: 'x' }, orEnd), end]),
  },
  {
    rule: 'V12',
    says: 'a key that no telephone has',
    broken: aFlow([menu({}, '10'), end]),
    mended: aFlow([menu({}, '#'), end]),
  },
  {
    rule: 'V12',
    says: 'an operator of the documentation',
    broken: aFlow([compare('NumericLessThan', '1'), end]),
    mended: aFlow([compare('NumberLessThan', '1'), end]),
  },
  {
    rule: 'V12',
    says: 'an empty operand',
    broken: aFlow([compare('Equals', ''), end]),
    mended: aFlow([compare('Equals', ' '), end]),
  },
  {
    rule: 'V12',
    says: 'a condition on an action that has no outcome',
    broken: aFlow([say({ Text: 'x' }, to('end', {}, [when('1', 'end')])), end]),
    mended: aFlow([say(), end]),
  },
  {
    rule: 'V12',
    says: 'hours that are only open',
    broken: aFlow([hours(openOrNot.slice(0, 1)), end]),
    mended: aFlow([hours(openOrNot), end]),
  },
  {
    rule: 'V12',
    says: 'more than one agent',
    broken: aFlow([metric('NumberGreaterThan', '1'), end]),
    mended: aFlow([metric('NumberGreaterThan', '0'), end]),
  },
];
