import type { Caller } from '../../phone/types.ts';
import type { ShownAgent, Stage } from '../types.ts';
import { AgentTrouble } from './agent-trouble.tsx';
import { Legs } from './legs.tsx';
import { Since } from './since.tsx';
import type { Act } from './use-instance.ts';
import { spaced, words } from './words.ts';

interface Props {
  people: Caller[];
  now: number;
  act: Act;
}

export function Agents({ agents, ...props }: Props & { agents: ShownAgent[] }) {
  return (
    <section aria-labelledby="agents">
      <h2 id="agents">{words.agents}</h2>
      {agents.length === 0 && <p class="quiet">{words.noAgents}</p>}
      {agents.map((agent) => (
        <Agent key={agent.username} agent={agent} {...props} />
      ))}
    </section>
  );
}

function Agent({ agent, people, now, act }: Props & { agent: ShownAgent }) {
  const { username, name, state, next, contacts } = agent;
  return (
    <article aria-labelledby={`agent-${username}`} class={`agent ${state.type}`}>
      <div class="who">
        <h3 id={`agent-${username}`}>{name}</h3>
        <p class="state">
          <span class="dot" aria-hidden="true" />
          {spaced(state.name)} <Since at={state.since} now={now} />
          {next && <span class="quiet"> {words.next(next)}</span>}
        </p>
        <p class="small quiet">{words.takes(agent.queues)}</p>
        <p class="small quiet">
          {username} · {agent.signedIn ? words.signedIn(agent.sockets) : words.signedOut}
        </p>
      </div>
      <div class="contacts">
        {contacts.length === 0 && <p class="quiet">{words.noContact}</p>}
        {contacts.map((contact) => (
          <Legs key={contact.contactId} contact={contact} people={people} now={now} />
        ))}
      </div>
      <div class="doing">
        <Presence agent={agent} act={act} />
        <Buttons agent={agent} act={act} />
        <AgentTrouble agent={agent} act={act} />
      </div>
    </article>
  );
}

function Presence({ agent, act }: { agent: ShownAgent; act: Act }) {
  const { username, chosen, states } = agent;
  return (
    <label>
      {words.presence}
      <select
        value={chosen}
        onChange={(event) => act('set-presence', { agent: username, state: event.currentTarget.value })}
      >
        {(states.includes(chosen) ? states : [chosen, ...states]).map((state) => (
          <option key={state}>{state}</option>
        ))}
      </select>
    </label>
  );
}

/** What the agent's softphone offers; a button that would be refused now is off, and stays where it is. */
function Buttons({ agent, act }: { agent: ShownAgent; act: Act }) {
  const has = (wanted: Stage) => agent.contacts.some(({ stage }) => stage === wanted);
  const buttons = [
    { action: 'accept', words: words.accept, can: has('ringing'), kind: 'go' },
    { action: 'refuse', words: words.refuse, can: has('ringing'), kind: 'danger' },
    { action: 'end', words: words.end, can: has('live'), kind: 'danger' },
    { action: 'clear', words: words.clear, can: has('over'), kind: 'plain' },
  ];
  return (
    <div class="buttons">
      {buttons.map(({ action, words: text, can, kind }) => (
        <button
          key={action}
          type="button"
          class={kind}
          disabled={!can}
          onClick={() => act(action, { agent: agent.username })}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
