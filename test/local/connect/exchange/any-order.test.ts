import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { snapshotOf } from '../../../../local/connect/cti/snapshot.ts';
import type { AgentView, ContactStatus } from '../../../../local/connect/types.ts';
import { faults } from '../instance.ts';
import { aDesk, calledBack, movingOn, withGoodbye } from './desk.ts';

/** Whatever three agents and their callers do, in any order, the exchange stays sound and comes to rest. */

const agents = ['ned', 'beth', 'amy'];
const who = fc.constantFrom(...agents);
const sides = ['agent', 'customer', 'third'];
const numbers = ['+12125550160', '+12125550197', '+12125550198', '+12125550199'];

const desks = [{}, { inbound: calledBack }, { inbound: withGoodbye, flows: movingOn }];

type Desk = ReturnType<typeof aDesk>;
type Step = (desk: Desk) => unknown;
const named = (name: string, step: Step): Step => Object.assign(step, { toString: () => name });
/** One of those who have a contact does it; what the exchange refuses changes nothing and is fine. */
const onContact = (what: string, step: (desk: Desk, username: string) => unknown): fc.Arbitrary<Step> =>
  fc.nat(2).map((index) =>
    named(`${what} (${index})`, (desk) => {
      const busy = agents.filter((username) => desk.agent(username).contacts.length > 0);
      const username = busy[index % busy.length];
      return username && step(desk, username);
    }),
  );

const ends = ['ClearContact', 'CompleteContact', 'RejectContact'];
const talks = ['ToggleActiveConnections', 'ConferenceConnections'];
const weighted = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary });
const byAgent = (operations: string[], sides = ['agent']) =>
  fc
    .tuple(fc.constantFrom(...operations), fc.constantFrom(...sides))
    .chain(([operation, side]) =>
      onContact(`${operation} ${side}`, (desk, username) => desk.asks(username, operation, side)),
    );
/** Also twice at once, or of oneself. */
const adds = fc
  .tuple(fc.constantFrom('ned', 'beth', 'amy', 'amy', 'billing', 'garage', ...numbers), fc.boolean())
  .chain(([whom, answered]) =>
    onContact(`adds ${whom}${answered ? ', who answers' : ''}`, async (desk, username) => {
      desk.adds(username, whom);
      if (answered) await acceptAll(desk);
    }),
  );

/** Whoever is rung accepts, and time goes by: without it hardly a random sequence would get as far as a talk. */
async function acceptAll(desk: Desk): Promise<void> {
  await desk.connect.settled();
  for (const username of agents) if (desk.agent(username).contacts.length) desk.asks(username, 'AcceptContact');
  await desk.pass(4_500);
}

const step: fc.Arbitrary<Step> = fc.oneof(
  weighted(
    3,
    fc.constant(
      named('a customer dials', async (desk) => {
        await desk.dial();
        await acceptAll(desk);
      }),
    ),
  ),
  weighted(1, fc.constant(named('a customer dials and waits', (desk) => desk.dial()))),
  weighted(6, fc.constant(named('all accept', acceptAll))),
  weighted(
    2,
    fc.nat(2).map((index) =>
      named(`line ${index} hangs up`, (desk) => {
        const live = desk.connect.calls().filter(({ phase }) => phase !== 'ended');
        live.at(-1 - index)?.hangUp();
      }),
    ),
  ),
  weighted(8, adds),
  weighted(
    1,
    fc
      .tuple(who, fc.constantFrom(...numbers))
      .map(([username, number]) => named(`${username} calls ${number}`, (desk) => desk.calls(username, number))),
  ),
  weighted(2, byAgent(ends)),
  weighted(5, byAgent(talks)),
  weighted(6, byAgent(['HoldConnection', 'ResumeConnection', 'MuteParticipant'], sides)),
  weighted(3, byAgent(['DestroyConnection'], sides)),
  weighted(
    2,
    fc
      .tuple(who, fc.constantFrom('Available', 'Available', 'Available', 'Break'), fc.boolean())
      .map(([username, state, later]) =>
        named(`${username} ${state}${later ? ' next' : ''}`, (desk) => desk.becomes(username, state, later)),
      ),
  ),
  weighted(
    1,
    who.map((username) => named(`${username} fails`, (desk) => desk.connect.failAgent(username))),
  ),
  weighted(
    3,
    fc.constantFrom(300, 1_500, 5_000, 21_000).map((ms) => named(`${ms} ms`, (desk) => desk.pass(ms))),
  ),
);

/** A contact that is not over, or that another one took over. */
function goesOn(contacts: ContactStatus[], contactId: string): boolean {
  return contacts.some(
    (contact) =>
      (contact.contactId === contactId && contact.life !== 'ended') ||
      (contact.previousContactId === contactId && goesOn(contacts, contact.contactId)),
  );
}

/** What the page and Streams rely on, for each agent at each moment. */
function isSound(view: AgentView, contacts: ContactStatus[]): void {
  const live = view.contacts.filter(({ state }) => ['incoming', 'connecting', 'connected'].includes(state.type));
  expect(live.length).toBeLessThanOrEqual(1);
  for (const { connections, state } of view.contacts) {
    expect(connections[0]).toMatchObject({ type: 'agent', initial: false });
    expect(connections.filter(({ initial }) => initial)).toEqual([connections[1]]);
    expect(new Set(connections.map(({ connectionId }) => connectionId)).size).toBe(connections.length);
    const others = connections.slice(1).filter((leg) => leg.state.type !== 'disconnected');
    if (state.type === 'connected') {
      expect(others.length).toBeGreaterThan(0);
      expect(others.length).toBeLessThan(3);
      // A third party's connection has the id of the contact that it was called with.
      const thirds = others.filter(({ initial }) => !initial);
      expect(thirds.filter(({ connectionId }) => !goesOn(contacts, connectionId))).toEqual([]);
    }
    if (connections[0]?.state.type === 'hold') expect(others.length).toBe(2);
  }
  expect(() => JSON.stringify(snapshotOf(view, 0))).not.toThrow();
}

/** Everybody hangs up and clears, and time goes by. */
async function goesHome(desk: Desk): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const username of agents) {
      desk.becomes(username, 'Offline', true);
      for (let left = desk.agent(username).contacts.length; left > 0; left--) {
        desk.asks(username, 'DestroyConnection');
        desk.asks(username, 'ClearContact');
      }
      desk.becomes(username, 'Offline');
    }
    for (const call of desk.connect.calls()) call.hangUp();
    await desk.pass(90_000);
  }
}

/** A callback waits for days, so somebody has to make the call. */
async function callsBack(desk: Desk): Promise<void> {
  desk.becomes('ned', 'Available');
  const open = () => desk.connect.contacts().filter(({ life }) => life !== 'ended').length;
  // Two attempts for each, and one that is missed while the time to the next one goes by.
  for (let left = 6 * open(); left > 0 && open() > 0; left--) {
    if (desk.agent('ned').contacts.length === 0) await desk.pass(600_000);
    if (desk.agent('ned').contacts.length === 0) continue;
    desk.asks('ned', 'ClearContact');
    if (desk.agent('ned').contacts.length === 0) continue;
    desk.asks('ned', 'AcceptContact');
    await desk.pass(61_000);
    desk.asks('ned', 'DestroyConnection');
    desk.asks('ned', 'ClearContact');
  }
  desk.becomes('ned', 'Offline');
}

it('comes to rest after any sequence of commands, and ends each contact once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...desks),
      fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }),
      async (options, steps) => {
        const desk = aDesk(options);
        for (const username of agents) desk.becomes(username, 'Available');
        for (const next of steps) {
          await next(desk);
          await desk.connect.settled();
          for (const username of agents) isSound(desk.agent(username), desk.connect.contacts());
        }
        await goesHome(desk);
        await callsBack(desk);
        expect(desk.connect.contacts().filter(({ life }) => life !== 'ended')).toEqual([]);
        expect(desk.connect.calls().filter(({ phase }) => phase !== 'ended')).toEqual([]);
        expect(agents.map((username) => desk.shows(username))).toEqual(agents.map(() => 'Offline/offline'));
        expect(desk.connect.calls().flatMap(faults)).toEqual([]);
        expect(desk.clock.next()).toBeUndefined();
        for (const { contactId } of desk.connect.contacts()) {
          const events = desk.eventsOf(contactId);
          expect(events[0]).toBe('INITIATED');
          expect(events.slice(-2)).toEqual(['DISCONNECTED', 'COMPLETED']);
          const once = ['INITIATED', 'DISCONNECTED', 'COMPLETED'];
          expect(events.filter((type) => once.includes(String(type)))).toEqual(once);
        }
      },
    ),
    { numRuns: 100 },
  );
}, 120_000);
