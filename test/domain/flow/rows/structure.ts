import { action, aFlow, end, menu, orEnd, say, to } from '../builders.ts';
import type { Row } from './row.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    action(`say-${i}`, 'MessageParticipant', { Text: 'x' }, to(i + 1 < count ? `say-${i + 1}` : 'end')),
  );

/** The document, its actions and their targets. */
export const structureRows: Row[] = [
  {
    rule: 'D01',
    says: 'an action that is no object',
    broken: { ...aFlow([say(), end]), Actions: [say(), end, 'x'] },
    mended: aFlow([say(), end]),
  },
  {
    rule: 'D01',
    says: 'parameters that are a list',
    broken: aFlow([{ ...end, Parameters: [] }]),
    mended: aFlow([end]),
  },
  {
    rule: 'D01',
    says: 'an error without a target',
    broken: aFlow([say({ Text: 'x' }, { NextAction: 'end', Errors: [{ ErrorType: 'NoMatchingError' }] }), end]),
    mended: aFlow([say({ Text: 'x' }, orEnd), end]),
  },
  { rule: 'V01', says: 'another version', broken: aFlow([end], { Version: '2021-01-01' }), mended: aFlow([end]) },
  {
    rule: 'V02',
    says: 'a start that is not there',
    broken: aFlow([end], { StartAction: 'begin' }),
    mended: aFlow([end]),
  },
  { rule: 'V03', says: 'two actions of one name', broken: aFlow([end, end]), mended: aFlow([end]) },
  {
    rule: 'V04',
    says: 'a bracket in an identifier',
    broken: aFlow([{ ...end, Identifier: 'end (1)' }]),
    mended: aFlow([{ ...end, Identifier: 'end 1' }]),
  },
  {
    rule: 'V04',
    says: 'a name of JavaScript',
    broken: aFlow([{ ...end, Identifier: 'constructor' }]),
    mended: aFlow([end]),
  },
  {
    rule: 'V04',
    says: '51 characters',
    broken: aFlow([{ ...end, Identifier: 'x'.repeat(51) }]),
    mended: aFlow([{ ...end, Identifier: 'x'.repeat(50) }]),
  },
  { rule: 'V05', says: '251 actions', broken: aFlow([...many(250), end]), mended: aFlow([...many(249), end]) },
  {
    rule: 'V06',
    says: 'an invented type',
    broken: aFlow([{ ...say(), Type: 'PlayPrompt' }, end]),
    mended: aFlow([say(), end]),
  },
  {
    rule: 'V07',
    says: 'a target that is not there',
    broken: aFlow([say({ Text: 'x' }, to('gone'))]),
    mended: aFlow([say(), end]),
  },
  {
    rule: 'V07',
    says: 'an error that leads nowhere',
    broken: aFlow([say({ Text: 'x' }, to('end', { NoMatchingError: '' })), end]),
    mended: aFlow([say({ Text: 'x' }, orEnd), end]),
  },
  {
    rule: 'V08',
    says: 'a message and nothing after it',
    broken: aFlow([say({ Text: 'x' }, {})]),
    mended: aFlow([say(), end]),
  },
  {
    rule: 'V08',
    says: 'a menu without NextAction',
    broken: aFlow([{ ...menu(), Transitions: { ...(menu().Transitions as object), NextAction: undefined } }, end]),
    mended: aFlow([menu(), end]),
  },
  {
    rule: 'V09',
    says: 'an end that goes on',
    broken: aFlow([{ ...end, Transitions: to('end') }]),
    mended: aFlow([{ ...end, Transitions: { Errors: [], Conditions: [] } }]),
  },
];
