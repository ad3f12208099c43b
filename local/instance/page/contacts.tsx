import type { ContactStatus } from '../../connect/types.ts';
import { callerInWords } from '../../phone/page/words.ts';
import type { Caller } from '../../phone/types.ts';
import type { InstanceState } from '../types.ts';
import { Since } from './since.tsx';
import type { Act } from './use-instance.ts';
import { phases, spaced, words } from './words.ts';

interface Props {
  people: Caller[];
  now: number;
  act: Act;
}

/** Every conversation: who it is with, and its contacts from the first on. */
export function Contacts({ state, ...props }: Props & { state: InstanceState }) {
  const chains = new Map<string, ContactStatus[]>();
  for (const contact of state.contacts) {
    chains.set(contact.initialContactId, [...(chains.get(contact.initialContactId) ?? []), contact]);
  }
  const nameOf = (username: string) => state.agents.find((agent) => agent.username === username)?.name ?? username;
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{words.contacts}</h2>
      {chains.size === 0 && <p class="quiet">{words.noContacts}</p>}
      {[...chains].map(([id, chain]) => (
        <Conversation key={id} chain={chain} nameOf={nameOf} {...props} />
      ))}
    </section>
  );
}

function Conversation(props: Props & { chain: ContactStatus[]; nameOf: (username: string) => string }) {
  const { chain, nameOf, people, now, act } = props;
  const [first] = chain;
  if (!first) return null;
  const last = chain.findLast(({ life }) => life !== 'ended') ?? chain.at(-1) ?? first;
  const over = last.life === 'ended';
  const who = callerInWords(first.customer ?? '', people);
  return (
    <article aria-label={who} class={over ? 'conversation over' : 'conversation'}>
      <div class="line">
        <h3>{who}</h3>
        <p>
          {words.customerIs} {phases[last.phase] ?? spaced(last.phase).toLowerCase()}{' '}
          <Since at={first.initiatedAt} now={last.endedAt ?? now} />
        </p>
        <button
          type="button"
          class="danger"
          disabled={over}
          onClick={() => act('hang-up', { contactId: first.contactId })}
        >
          {words.callerHangsUp}
        </button>
      </div>
      <ol>
        {chain.map((contact) => (
          <li key={contact.contactId} class={contact.life === 'ended' ? 'quiet' : undefined}>
            <code title={contact.contactId}>{contact.contactId.slice(0, 8)}</code>
            <span>{spaced(contact.initiationMethod)}</span>
            <strong>{spaced(contact.life)}</strong>
            <span>
              {[contact.queue?.name, contact.agent && words.joinedWith(nameOf(contact.agent))]
                .filter(Boolean)
                .join(', ')}
            </span>
            <Since at={contact.connectedAt ?? contact.enqueuedAt ?? contact.initiatedAt} now={contact.endedAt ?? now} />
          </li>
        ))}
      </ol>
    </article>
  );
}
