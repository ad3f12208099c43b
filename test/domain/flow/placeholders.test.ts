import { expect, it } from 'vitest';
import { fillPlaceholders, placeholdersIn } from '../../../domain/flow/placeholders.ts';

it('lists each name once', () => {
  expect(placeholdersIn('${HoursArn} ${QueueFlowArn} ${HoursArn}')).toEqual(['HoursArn', 'QueueFlowArn']);
});

it('puts in values as they are, tokens included', () => {
  expect(fillPlaceholders('"${HoursArn}"', { HoursArn: '${Token[TOKEN.7]}$&' })).toBe('"${Token[TOKEN.7]}$&"');
});

it('names what nothing fills', () => {
  expect(() => fillPlaceholders('${Unknown}', { HoursArn: 'arn' })).toThrow('Nothing fills ${Unknown}');
});
