import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callerOutcomes, contactAttributes } from '../../domain/caller/outcome.ts';
import { specOf } from '../../domain/flow/actions/index.ts';
import { checkFlow } from '../../domain/flow/check.ts';
import { type Action, type Flow, readFlow } from '../../domain/flow/document.ts';
import { everyWay, reachable, waysOn } from '../../domain/flow/graph.ts';
import { placeholders, placeholdersIn } from '../../domain/flow/placeholders.ts';
import { attributesWritten } from '../../domain/flow/rules/values.ts';

const folder = new URL('../../contact-flows/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe.each(names)('%s', (name) => {
  it('passes every rule without a warning', () => {
    expect(checkFlow(textOf(name), { own: true, file: name })).toEqual([]);
  });

  it('speaks to the caller on every way to a hang-up', () => {
    const silent = silentWays(flowOf(name)).filter(({ type }) => type === 'DisconnectParticipant');
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('leads each error to an action that does not hang up at once', () => {
    const { actions } = flowOf(name);
    const enders = new Set(actions.filter(({ type }) => type === 'DisconnectParticipant').map(({ id }) => id));
    const spoken = (action: Action) => action.type === 'MessageParticipant';
    const abrupt = actions.filter((action) => !spoken(action) && action.errors.some(({ next }) => enders.has(next)));
    expect(abrupt.map(({ id }) => id)).toEqual([]);
  });
});

it('fills each placeholder somewhere, and only those', () => {
  expect(placeholdersIn(names.map(textOf).join('\n')).sort()).toEqual([...placeholders].sort());
});

describe('what every call needs, however it came', () => {
  const hooks = (name: string) =>
    flowOf(name).actions.flatMap(({ type, parameters }) =>
      type === 'UpdateContactEventHooks' ? Object.keys(Object(parameters.EventHooks)) : [],
    );

  it.each([
    [['inbound.json'], 'CustomerQueue AgentWhisper CustomerWhisper CustomerHold AgentHold CustomerRemaining'],
    [
      ['queue-transfer.json', 'hand-over.json'],
      'CustomerQueue AgentWhisper CustomerWhisper CustomerHold AgentHold CustomerRemaining',
    ],
    [
      ['agent-transfer.json', 'hand-over.json'],
      'CustomerQueue AgentWhisper CustomerWhisper CustomerHold AgentHold CustomerRemaining',
    ],
    // Whoever was called has never waited, and hears a hang-up as on any telephone.
    [['outbound-whisper.json'], 'CustomerHold AgentHold'],
  ])('%j name every flow that runs beside it', (flows, wanted) => {
    expect([...new Set(flows.flatMap(hooks))].sort()).toEqual(wanted.split(' ').sort());
  });

  it('is recorded where any is, and said beforehand', () => {
    const recording = names.filter((name) =>
      flowOf(name).actions.some(({ type }) => type === 'UpdateContactRecordingBehavior'),
    );
    expect(recording.sort()).toEqual(['hand-over.json', 'inbound.json', 'outbound-whisper.json']);
    for (const name of ['inbound.json', 'outbound-whisper.json']) expect(textOf(name)).toContain('may be recorded');
  });
});

describe('a flow that follows others', () => {
  const following = names.filter((name) => flowOf(name).follows);
  const typeOf = (name: string) => JSON.parse(textOf(name)).Metadata.type as string;

  it('is one, which both transfers share', () => expect(following).toEqual(['hand-over.json']));

  it('is led to by flows of the types that it says, and only after a queue was chosen', () => {
    const leading = names.filter((name) => textOf(name).includes('${HandOverFlowArn}'));
    const { follows } = JSON.parse(textOf('hand-over.json')).Metadata;
    expect(leading.map(typeOf).sort()).toEqual(follows);
    for (const name of leading.filter((each) => typeOf(each) === 'AGENT_TRANSFER')) {
      const flow = flowOf(name);
      const chosen = reachable(flow, (action) =>
        action.type === 'UpdateContactTargetQueue' ? waysOn(action).failure : everyWay(action),
      );
      expect(chosen).not.toContain('hand-over');
    }
  });
});

describe('agent-transfer.json', () => {
  it('lets nobody wait for one agent who could not be moved on from there', () => {
    const { actions } = flowOf('agent-transfer.json');
    const hook = actions.filter(({ parameters }) => textIn(parameters).includes('${AgentQueueFlowArn}'));
    expect(hook.flatMap((action) => waysOn(action).success)).toEqual(['hand-over']);
    expect(hook.flatMap((action) => waysOn(action).failure)).not.toContain('hand-over');
  });
});

describe('agent-queue.json', () => {
  const flow = flowOf('agent-queue.json');

  it('gives an agent longer than a telephone rings, so that the way out is not barred by the ring itself', () => {
    const waits = flow.actions.filter(({ type }) => type === 'MessageParticipantIteratively');
    expect(waits.map(({ parameters }) => parameters.InterruptFrequencySeconds)).toEqual(['25', '25']);
  });

  it('never leaves a caller: every way leads to another queue, back to the first agent, or round again', () => {
    const ends = flow.actions.filter(({ type }) => specOf(type)?.end === 'terminal');
    expect(ends.map(({ type }) => type)).toEqual(['DisconnectParticipant']);
    const hangingUp = flow.actions.filter((action) => everyWay(action).includes('hang-up'));
    expect(hangingUp).toMatchObject([{ id: 'who-is-left', conditions: [{ operands: ['there'], next: 'hang-up' }] }]);
    expect(canReach(flow, 'say-moving-on')).toEqual(expect.arrayContaining(['move-to-origin', 'move-to-desk', 'ring']));
  });
});

describe.each(['queue.json', 'customer-hold.json', 'agent-hold.json'])('%s', (name) => {
  it('goes round for ever, with words on every round, and needs no recording for them', () => {
    const { actions } = flowOf(name);
    expect(new Set(actions.map(({ type }) => type))).toEqual(new Set(['MessageParticipantIteratively']));
    const last = actions.at(-1)?.parameters.Messages as Record<string, string>[];
    expect(last).toHaveLength(1);
    expect(last[0]?.SSML).toMatch(/<speak>[A-Z].*<break time="10s"\/><\/speak>/);
  });
});

describe('inbound.json', () => {
  const { actions } = flowOf('inbound.json');
  const action = (id: string) => actions.find((one) => one.id === id);

  it('writes every attribute that the screen reads, whatever happens to the look-up', () => {
    expect(attributesWritten(actions.filter(({ id }) => id === 'assume-unidentified')).sort()).toEqual(
      [...contactAttributes].sort(),
    );
  });

  it('asks who is calling before it says a word', () => {
    const before = actions.slice(
      0,
      actions.findIndex(({ id }) => id === 'identify-caller'),
    );
    expect(before.map(({ type }) => type)).not.toContain('MessageParticipant');
  });

  it('greets each outcome of the look-up; only a failed one takes the greeting for anybody', () => {
    const which = action('who-is-calling');
    const handled = which?.conditions.flatMap(({ operands }) => operands);
    expect(handled?.sort()).toEqual(callerOutcomes.filter((outcome) => outcome !== 'not-identified').sort());
    expect(which?.errors).toEqual([{ type: 'NoMatchingCondition', next: 'greet-unidentified' }]);
  });

  it('goes on to the queue when the look-up fails', () => {
    const failed = action('identify-caller')?.errors[0]?.next ?? '';
    expect(canReach(flowOf('inbound.json'), failed)).toContain('enter-queue');
  });
});

const textIn = (parameters: object): string => JSON.stringify(parameters);

function flowOf(name: string): Flow {
  const { flow } = readFlow(textOf(name));
  if (!flow) throw new Error(`${name} is no flow`);
  return flow;
}

/**
 * Actions that a caller can come to without having heard words right before. What only asks or compares takes no time
 * that a caller would notice, so words before it count.
 */
function silentWays({ actions }: Flow): Action[] {
  const comesTo = (id: string) => actions.filter((action) => everyWay(action).includes(id));
  const spoken = new Set(actions.filter(({ type }) => type === 'MessageParticipant'));
  const quick = actions.filter(({ type }) => type === 'InvokeLambdaFunction' || type === 'Compare');
  for (let before = -1; before < spoken.size; ) {
    before = spoken.size;
    for (const action of quick) {
      const from = comesTo(action.id);
      if (from.length > 0 && from.every((each) => spoken.has(each))) spoken.add(action);
    }
  }
  return actions.filter(({ id }) => comesTo(id).some((each) => !spoken.has(each)));
}

function canReach({ actions }: Flow, from: string): string[] {
  const seen = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...actions.filter((one) => one.id === id).flatMap(everyWay));
  }
  return [...seen];
}
