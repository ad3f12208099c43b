import { expect, it } from 'vitest';
import type { AgentModel } from '../../web/desk/phone/model.ts';
import { wayBack } from '../../web/desk/phone/recover.ts';
import { start } from './builders.ts';

const missed: AgentModel = {
  name: 'Ned',
  presence: { name: 'MissedCallAgent', type: 'error', since: start },
  mayDial: true,
  states: [
    { name: 'Lunch', type: 'away' },
    { name: 'Available', type: 'available' },
  ],
  chosen: 'Lunch',
};

it.each<[string, Partial<AgentModel>, string | undefined]>([
  ['what was to come next', { next: 'Training' }, 'Training'],
  ['what was chosen before', {}, 'Lunch'],
  ['where calls come, when nothing is known', { chosen: '' }, 'Available'],
  ['nowhere, when nothing is wrong', { presence: { name: 'Lunch', type: 'away', since: start } }, undefined],
])('leads an agent back to %s', (_, differences, expected) => {
  expect(wayBack({ ...missed, ...differences })).toBe(expected);
});
