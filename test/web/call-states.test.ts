import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { callActions, isLive, may, mayAsk } from '../../web/desk/phone/call-states.ts';

it('lets the agent accept and decline only what rings', () => {
  const states = Object.keys(callActions) as (keyof typeof callActions)[];
  expect(states.filter((state) => may(state, 'accept') || may(state, 'decline'))).toEqual(['ringing']);
});

it('lets the agent clear only what is no longer live', () => {
  const states = Object.keys(callActions) as (keyof typeof callActions)[];
  for (const state of states) expect(may(state, 'clear')).toBe(!isLive(state));
});

it('allows nothing without a call', () => {
  expect(may(undefined, 'accept')).toBe(false);
});

it('joins and swaps nobody once the customer has gone, and lets the agent leave or drop who is left', () => {
  const asked = (customerThere: boolean) =>
    callActions.consulting.filter((action) => mayAsk({ state: 'consulting', customerThere }, action));
  expect(asked(true)).toEqual(callActions.consulting);
  expect(asked(false)).toEqual(['leave', 'drop', 'mute', 'pad']);
});

it('has each state of the table in the picture above it', () => {
  const source = readFileSync(new URL('../../web/desk/phone/call-states.ts', import.meta.url), 'utf8');
  const picture = source.slice(0, source.indexOf('*/'));
  for (const state of Object.keys(callActions)) expect(picture).toContain(state);
});
