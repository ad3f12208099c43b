import { expect, it } from 'vitest';
import { readAttributes } from '../../web/desk/caller.ts';

it('knows one person by id and name', () => {
  const read = readAttributes({ outcome: 'one-person', personId: 'p-1', personName: 'Amy' });
  expect(read).toEqual({ outcome: 'one-person', personId: 'p-1', name: 'Amy' });
});

it.each([
  ['without attributes: the call did not come through the flow', {}, 'not-identified'],
  ['with a word that the flow does not know', { outcome: 'constructor' }, 'not-identified'],
  ['when nobody was found', { outcome: 'unknown', personId: 'none', personName: 'Unknown caller' }, 'unknown'],
  ['when the flow wrote none', { outcome: 'one-person', personId: 'none' }, 'one-person'],
  ['for several people', { outcome: 'several-people', personId: 'none' }, 'several-people'],
])('names nobody %s', (_, attributes, outcome) => {
  expect(readAttributes(attributes)).toEqual({ outcome });
});
