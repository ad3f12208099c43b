import * as z from 'zod/mini';
import { type InteractionList, type InteractionPage, type Note, newNote } from '../../domain/api.ts';
import { openPartition } from '../../domain/interaction/items.ts';
import type { InteractionIndex } from '../../domain/tables.ts';
import type { Handle, Request } from '../shared/http.ts';
import { parsed, Refused } from '../shared/parse.ts';
import { existingInteraction, interactionId } from './existing-interaction.ts';
import { namesIn } from './names.ts';
import type { Desk } from './ports.ts';
import { interactionRow } from './show-interaction.ts';

const filters = ['person', 'agent', 'day', 'open'] as const;
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

export const listInteractions =
  (desk: Desk): Handle =>
  async (request) => {
    const asked = await listAsked(desk, request);
    if (!asked) return { body: { interactions: [] } satisfies InteractionList };
    const { items, next } = await desk.interactions.list(asked.index, asked.key, request.query.next);
    const names = await namesIn(desk.directory, items);
    const list: InteractionList = {
      interactions: items.map((interaction) => interactionRow(interaction, names, desk.lineRegion)),
      next,
    };
    return { body: list };
  };

export const readInteraction =
  (desk: Desk): Handle =>
  async ({ path }) => {
    const { interaction, notes } = await existingInteraction(desk, path.id);
    const names = await namesIn(desk.directory, [interaction]);
    const page: InteractionPage = {
      ...interactionRow(interaction, names, desk.lineRegion),
      history: interaction.history,
      legs: interaction.legs.map((leg) => ({ ...leg, ...names.of(leg) })),
      notes,
    };
    return { body: page };
  };

export const addNote =
  (desk: Desk): Handle =>
  async ({ path, user, body }) => {
    const { text } = body(newNote);
    const { interaction } = await existingInteraction(desk, path.id);
    const note: Note = { id: desk.newId(), at: desk.clock.now().toISOString(), by: user.username, text };
    await desk.interactions.addNote(interaction.id, note);
    return { status: 201, body: note };
  };

/** The index and key that the query names; undefined when it asks for the calls of somebody who is no agent yet. */
async function listAsked(
  desk: Desk,
  { query, user }: Request,
): Promise<{ index: InteractionIndex; key: string } | undefined> {
  const given = filters.filter((filter) => query[filter] !== undefined);
  const [filter] = given;
  if (given.length !== 1 || !filter) {
    throw new Refused('invalid', 'Say which interactions: one of person=…, agent=me, day=YYYY-MM-DD or open=true.');
  }
  switch (filter) {
    case 'person':
      return { index: 'byPerson', key: parsed(interactionId, query.person, 'person') };
    case 'day':
      return { index: 'byDay', key: parsed(day, query.day, 'day') };
    case 'open':
      parsed(z.literal('true'), query.open, 'open');
      return { index: 'open', key: openPartition };
    case 'agent': {
      parsed(z.literal('me'), query.agent, 'agent');
      const agent = await desk.directory.agentByUsername(user.username);
      return agent && { index: 'byAgent', key: agent.arn };
    }
  }
}
