import { expect, it } from 'vitest';
import { referencesIn } from '../../../domain/flow/references.ts';

it.each([
  ['Hello $.Attributes.personName, welcome.', [['Attributes', 'personName']]],
  ['You are in $.Queue.Name.', [['Queue', 'Name']]],
  ['$.External.order.items[0].id', [['External', 'order', 'items', '0', 'id']]],
  ["$.Attributes.['my key'] and $['AwsRegion']", [['Attributes', 'my key'], ['AwsRegion']]],
  ['$.StoredCustomerInput', [['StoredCustomerInput']]],
  ['$.Views.ViewResultData.0.name', [['Views', 'ViewResultData', '0', 'name']]],
  ['costs $.50 or $5', []],
])('%s', (text, expected) => {
  expect(referencesIn(text).map(({ namespace, names }) => [namespace, ...names])).toEqual(expected);
});
