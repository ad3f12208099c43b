import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { flowContact } from '../../../lambdas/shared/connect-event.ts';
import { hasHalfCharacter, parseJson } from '../../../lambdas/shared/parse.ts';

describe('text from outside', () => {
  it.each([
    ['in a text', 'a\ud800', true],
    ['in a member’s name', { '\udc00': 1 }, true],
    ['deep within', { list: [1, { text: ['ok', '\ud83d'] }] }, true],
    ['but whole ones are none', { '💥': ['💥', null, undefined, 3] }, false],
  ])('is searched for halves of characters: %s', (_, value, found) => {
    expect(hasHalfCharacter(value)).toBe(found);
  });

  it('is refused, and not stumbled over, when it is nested as deep as a body can be', () => {
    const deep = Buffer.from('['.repeat(30_000) + ']'.repeat(30_000));
    expect(() => parseJson(z.strictObject({}), deep)).toThrow('must be an object');
  });

  it('is told by name when it holds half a character', () => {
    const half = Buffer.from('{"text":"\\ud800"}');
    expect(() => parseJson(z.strictObject({ text: z.string() }), half)).toThrow('body holds half a character');
  });

  it('comes from the flow in a form that can be stored', () => {
    const ContactData = { ContactId: 'c', CustomerEndpoint: { Address: `\ud800${'1'.repeat(1_000)}` } };
    const { callerNumber = '' } = flowContact({ Details: { ContactData, Parameters: { keyed: '47\udfff' } } });
    expect([callerNumber.slice(0, 2), callerNumber.length]).toEqual(['\ufffd1', 400]);
  });
});
