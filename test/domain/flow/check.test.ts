import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow, describe as line } from '../../../domain/flow/check.ts';
import { action, aFlow, end, lambda, menu, orEnd, say, to } from './builders.ts';

const ids = (document: unknown) => checkFlow(document).map(({ rule }) => rule);

describe('a document that is no flow', () => {
  it.each([
    ['text that is no JSON', '{"Version":'],
    ['an empty text', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['an object without actions', '{}'],
    ['the format before 2021', '{"modules":[]}'],
    ['brackets 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['parameters too deep to walk', `{"Actions":[{"Parameters":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}]}`],
    ['nothing', undefined],
    ['a function', () => {}],
  ])('%s gives one finding', (_, document) => {
    expect(ids(document)).toEqual(['D01']);
  });

  it('that refers to itself gives one finding', () => {
    const circle: Record<string, unknown> = { Actions: [] };
    circle.self = circle;
    expect(ids(circle)).toEqual(['D01']);
  });

  it('never makes the check throw, whatever it holds', () => {
    const names = fc.constantFrom('end', 'say', '', 'constructor', '__proto__', 'toString', 'x\n\u001b[31m');
    const types = fc.constantFrom('MessageParticipant', 'GetParticipantInput', 'Wait', 'constructor', '__proto__', 'x');
    const keys = fc.constantFrom(
      'Text',
      'Messages',
      'StoreInput',
      'InputValidation',
      'EventHooks',
      '__proto__',
      'Events',
    );
    const anything = fc.anything({ maxDepth: 3, withNullPrototype: true, withBigInt: true });
    const some = (like: fc.Arbitrary<unknown>) => fc.oneof({ weight: 4, arbitrary: like }, anything);
    const record = fc.record({
      Identifier: some(names),
      Type: some(types),
      Parameters: some(fc.dictionary(keys, anything)),
      Transitions: some(
        fc.record({
          NextAction: some(names),
          Errors: some(fc.array(some(fc.record({ ErrorType: some(names), NextAction: some(names) })))),
          Conditions: some(
            fc.array(
              some(
                fc.record({
                  NextAction: some(names),
                  Condition: some(fc.record({ Operator: some(names), Operands: some(fc.array(some(names))) })),
                }),
              ),
            ),
          ),
        }),
      ),
    });
    const documents = fc.record({ Version: anything, StartAction: some(names), Actions: some(fc.array(some(record))) });
    fc.assert(
      fc.property(fc.oneof(documents, anything, fc.string(), fc.json()), fc.boolean(), (document, own) => {
        for (const finding of checkFlow(document, { own, file: 'a.json' })) expect(line(finding)).not.toContain('\n');
      }),
    );
  });
});

describe('what stands for a resource', () => {
  it.each(['${LIMIT}', '%%LIMIT%%', '<<LIMIT>>', '$.Attributes.limit'])('%s is no wrong time limit', (limit) => {
    expect(checkFlow(aFlow([lambda(limit), end])).filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('an attribute that another flow writes', () => {
  const flow = aFlow([say({ Text: '$.Attributes.spokenName' }, orEnd), action('end', 'EndFlowExecution')]);
  it('is not missed in a flow that always runs after others', () => {
    expect(checkFlow(flow, { type: 'AGENT_WHISPER' })).toEqual([]);
  });
  it('is not missed when it is known to be written', () => {
    expect(checkFlow(flow, { inherited: ['spokenName'] })).toEqual([]);
  });
  it('is missed in our own whisper, whose flows we all know', () => {
    const misspelt = JSON.parse(JSON.stringify(flow).replace('spokenName', 'spokenname'));
    expect(checkFlow(flow, { own: true, type: 'AGENT_WHISPER' })).toEqual([]);
    expect(checkFlow(misspelt, { own: true, type: 'AGENT_WHISPER' }).map(({ rule }) => rule)).toEqual(['R01']);
  });
  it('is not missed where names are only known during the call', () => {
    const dynamic = action(
      'keep',
      'UpdateContactAttributes',
      { Attributes: { '$.External.key': 'x' } },
      to('say', { NoMatchingError: 'say' }),
    );
    const ask = { ...lambda('3'), Transitions: to('keep', { NoMatchingError: 'keep' }) };
    expect(checkFlow(aFlow([ask, dynamic, say({ Text: '$.Attributes.any' }), end]))).toEqual([]);
  });
});

describe('our own flows', () => {
  it('count a warning as an error', () => {
    const unreached = aFlow([end, say()], { Metadata: { type: 'CONTACT_FLOW' } });
    expect(checkFlow(unreached, { own: true })).toMatchObject([{ rule: 'V23', level: 'error', block: 'say' }]);
  });
  it('must say their type', () => {
    expect(checkFlow(aFlow([end]), { own: true })).toMatchObject([{ rule: 'D01' }]);
  });
  it('are checked for the type that they say', () => {
    const whisper = aFlow([end], { Metadata: { type: 'AGENT_WHISPER' } });
    expect(checkFlow(whisper, { own: true })).toMatchObject([{ rule: 'V19', block: 'end' }]);
    expect(checkFlow(whisper)).toEqual([]);
  });
});

describe('a remedy', () => {
  const remedy = (document: unknown) => checkFlow(document).map((finding) => finding.remedy);
  it.each([
    ['PlayPrompt', 'Did you mean MessageParticipant?'],
    ['CheckStaffing', 'Did you mean CheckMetricData?'],
    ['UnTagContact', 'Did you mean UntagContact?'],
    ['MessageParticpant', 'Did you mean MessageParticipant?'],
    ['Start', 'A flow begins at its StartAction, take the action out.'],
    ['BrandNewBlock', 'Use a type of the flow language.'],
  ])('for the type %s: %s', (type, expected) => {
    expect(remedy(aFlow([{ ...say(), Type: type }, end]))).toEqual([expected]);
  });
  it('names the error that was meant', () => {
    const errors = {
      NoMatchingCondition: 'end',
      Timeout: 'end',
      InputTimeLimitExceeded: 'end',
      NoMatchError: 'end',
      NoMatchingError: 'end',
    };
    expect(remedy(aFlow([menu({}, '1', errors), end]))).toEqual([
      'Did you mean InputTimeLimitExceeded?',
      'Did you mean NoMatchingError?',
    ]);
  });
});

it('describes a finding in one line with file, block, rule and remedy', () => {
  const [finding] = checkFlow(aFlow([{ ...lambda('9') }, end]), { file: 'a.json' });
  expect(finding && line(finding)).toBe(
    'a.json ask: V28 error: InvocationTimeLimitSeconds is "9", not 1 to 8. Write a whole number of seconds as a text.',
  );
});
