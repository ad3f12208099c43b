import { callerChoice } from '../../domain/api.ts';
import type { ChoiceFact } from '../../domain/interaction/facts.ts';
import type { Handle } from '../shared/http.ts';
import { Refused } from '../shared/parse.ts';
import { existingInteraction } from './existing-interaction.ts';
import { namesIn } from './names.ts';
import type { Desk } from './ports.ts';
import { selectable } from './selectable.ts';
import { interactionRow } from './show-interaction.ts';

/**
 * The agent says who the caller is. It is one more fact of the conversation, so two agents who choose at once are both
 * on record and the later one counts; whoever is the caller already is not recorded again.
 */
export const chooseCaller =
  (desk: Desk): Handle =>
  async ({ path, user, body }) => {
    const { personId } = body(callerChoice);
    const { interaction } = await existingInteraction(desk, path.id);
    const person = selectable(await desk.people.person(personId), desk.organisations);
    if (!person.active) throw new Refused('invalid', `${person.name} is not active, so they cannot be the caller.`);
    let chosen = interaction;
    if (interaction.caller?.personId !== person.id) {
      const fact: ChoiceFact = {
        interactionId: interaction.id,
        contactId: interaction.id,
        at: desk.clock.now().toISOString(),
        source: 'agent',
        kind: 'caller-chosen',
        personId: person.id,
        personName: person.name,
        by: user.username,
      };
      await desk.interactions.addFact(fact);
      chosen = (await desk.interactions.refresh(interaction.id)) ?? interaction;
    }
    const names = await namesIn(desk.directory, [chosen]);
    return { body: interactionRow(chosen, names, desk.lineRegion) };
  };
