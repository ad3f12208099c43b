import type { ShownPerson } from '../../../domain/api.ts';
import { words } from '../words.ts';

/** A person in a list: the name and what tells two of the same name apart. */
export function PersonLine({ person }: { person: ShownPerson }) {
  const belongs = [person.organisation, person.site].filter(Boolean).join(', ');
  return (
    <>
      <bdi class="name">{person.name}</bdi>
      {person.vip === true && <span class="mark">{words.who.vip}</span>}
      {!person.active && <span class="mark plain">{words.who.inactive}</span>}
      {belongs !== '' && <bdi class="muted belongs">{belongs}</bdi>}
    </>
  );
}
