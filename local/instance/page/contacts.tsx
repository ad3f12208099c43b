import { callerInWords } from '../../phone/page/words.ts';
import type { Caller } from '../../phone/types.ts';
import type { InstanceState, ShownContact } from '../types.ts';
import { Since } from './since.tsx';
import type { Act } from './use-instance.ts';
import { phases, spaced, words } from './words.ts';

interface Props {
  people: Caller[];
  nameOf: (username: string) => string;
  now: number;
  act: Act;
}

/** Every conversation: who it is with, and its contacts from the first on. */
export function Contacts({ state, ...props }: Omit<Props, 'nameOf'> & { state: InstanceState }) {
  const chains = new Map<string, ShownContact[]>();
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

function Conversation({ chain, ...props }: Props & { chain: ShownContact[] }) {
  const [first] = chain;
  if (!first) return null;
  const over = chain.every(({ life }) => life === 'ended');
  const phase = first.line?.phase ?? first.phase;
  const end = over ? Math.max(...chain.map(({ endedAt = 0 }) => endedAt)) : props.now;
  const who = callerInWords(first.customer ?? '', props.people);
  return (
    <article aria-label={who} class={over ? 'conversation over' : 'conversation'}>
      <div class="line">
        <h3>{who}</h3>
        <p>
          {words.customerIs} {phases[phase] ?? spaced(phase).toLowerCase()} <Since at={first.initiatedAt} now={end} />
        </p>
      </div>
      <ol>
        {chain.map((contact) => (
          <Contact key={contact.contactId} contact={contact} isFirst={contact === first} {...props} />
        ))}
      </ol>
    </article>
  );
}

function Contact({ contact, isFirst, people, nameOf, now, act }: Props & { contact: ShownContact; isFirst: boolean }) {
  const { contactId, initiationMethod, life, customer, queue, agent, line } = contact;
  const about = [
    !isFirst && line && callerInWords(customer ?? '', people),
    queue && (isOfAgent(queue) ? words.waitsFor(nameOf(queue.name)) : queue.name),
    agent && words.joinedWith(nameOf(agent)),
  ];
  return (
    <li class={life === 'ended' ? 'quiet' : undefined}>
      <code title={contactId}>{contactId.slice(0, 8)}</code>
      <span>{spaced(initiationMethod)}</span>
      <strong>{spaced(life)}</strong>
      <span>{about.filter(Boolean).join(', ')}</span>
      <Since at={contact.connectedAt ?? contact.enqueuedAt ?? contact.initiatedAt} now={contact.endedAt ?? now} />
      {line && <Line line={line} contactId={contactId} act={act} />}
    </li>
  );
}

/** An agent's own queue, in which a call waits for that agent alone. */
const isOfAgent = ({ arn }: { arn: string }) => arn.includes('/queue/agent/');

/** What the person at the other end can do. */
function Line({ line, contactId, act }: { line: NonNullable<ShownContact['line']>; contactId: string; act: Act }) {
  const called = line.direction === 'outbound';
  return (
    <span class="buttons">
      <a href={`/phone#${contactId}`}>{words.followLine}</a>
      {called && (
        <button type="button" disabled={line.phase !== 'dialling'} onClick={() => act('answer', { contactId })}>
          {words.calleeAnswers}
        </button>
      )}
      <button
        type="button"
        class="danger"
        disabled={line.phase === 'ended'}
        onClick={() => act('hang-up', { contactId })}
      >
        {called ? words.calleeHangsUp : words.callerHangsUp}
      </button>
    </span>
  );
}
