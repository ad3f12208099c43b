import { Agents } from './agents.tsx';
import { CallIn } from './call-in.tsx';
import { CallsOut } from './calls-out.tsx';
import { Contacts } from './contacts.tsx';
import { Functions } from './functions.tsx';
import { Queues } from './queues.tsx';
import { Softphones } from './softphones.tsx';
import { troublesOn } from './troubles-on.ts';
import { useInstance } from './use-instance.ts';
import { words } from './words.ts';

export function App() {
  const { book, state, now, lost, problem, act } = useInstance();
  const troubles = state ? troublesOn(state) : 0;
  return (
    <>
      <header>
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.subtitle}</p>
        </div>
        <p class={troubles > 0 ? 'on' : 'quiet'} role="status">
          {troubles > 0 ? words.troublesOn(troubles) : words.noTrouble}
        </p>
        <button type="button" disabled={troubles === 0} onClick={() => act('back-to-normal')}>
          {words.backToNormal}
        </button>
      </header>
      <p class="problem" role="alert">
        {lost ? words.lost : problem}
      </p>
      {state && book ? (
        <div class="columns">
          <div class="front">
            <CallIn book={book} act={act} />
            <Queues queues={state.queues} now={now} />
          </div>
          <div class="main">
            <Agents agents={state.agents} people={book.people} now={now} act={act} />
            <Contacts state={state} people={book.people} now={now} act={act} />
          </div>
          <div class="back">
            <Functions functions={state.functions} act={act} />
            <Softphones delayMs={state.snapshotDelayMs} act={act} />
            <CallsOut people={book.people} />
          </div>
        </div>
      ) : (
        <p class="quiet">{words.loading}</p>
      )}
    </>
  );
}
