import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callerOutcomes, contactAttributes } from '../../domain/caller/outcome.ts';
import { checkFlow } from '../../domain/flow/check.ts';
import { type Action, type Flow, readFlow } from '../../domain/flow/document.ts';
import { everyWay } from '../../domain/flow/graph.ts';
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

function flowOf(name: string): Flow {
  const { flow } = readFlow(textOf(name));
  if (!flow) throw new Error(`${name} is no flow`);
  return flow;
}

/** Actions that a caller can come to without having heard the words right before: the last action did not speak. */
function silentWays({ actions }: Flow): Action[] {
  const heard = new Set(actions.filter(({ type }) => type === 'MessageParticipant').map(({ id }) => id));
  const reachedSilently = new Set(actions.filter(({ id }) => !heard.has(id)).flatMap(everyWay));
  return actions.filter(({ id }) => reachedSilently.has(id));
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
