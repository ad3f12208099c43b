import { callerInWords } from '../../phone/page/words.ts';
import type { Caller } from '../../phone/types.ts';
import type { ShownAgentContact, ShownLeg } from '../types.ts';
import { Since } from './since.tsx';
import { spaced, words } from './words.ts';

/** One contact on an agent's screen: its state, and each leg with its own. */
export function Legs(props: { contact: ShownAgentContact; people: Caller[]; now: number }) {
  const { contact, people, now } = props;
  return (
    <div class={`contact ${contact.state.type}`}>
      <p>
        <strong>{spaced(contact.state.type)}</strong> <Since at={contact.state.since} now={now} />{' '}
        <code title={contact.contactId}>{contact.contactId.slice(0, 8)}</code>
      </p>
      <ul>
        {contact.legs.map((leg) => (
          <li key={leg.connectionId} class={`leg ${leg.state}`}>
            <span class="party">{partyInWords(leg, people)}</span>
            <span>
              {spaced(leg.state)}
              {leg.muted && `, ${words.muted}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const partyInWords = ({ party, name = '' }: ShownLeg, people: Caller[]) =>
  party === 'agent' ? name : callerInWords(name, people);
