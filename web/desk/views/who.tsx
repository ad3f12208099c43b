import type { InteractionPage } from '../../../domain/api.ts';
import { type Caller, callerName, choosePerson, peopleByNumber } from '../caller.ts';
import { phone } from '../phone/phone.ts';
import { words } from '../words.ts';
import { NewRequestForm } from './new-request-form.tsx';
import { PeopleList } from './people-list.tsx';
import { Person } from './person.tsx';
import { Skeleton } from './skeleton.tsx';
import { type Tab, Tabs } from './tabs.tsx';
import { TroubleNote } from './trouble-note.tsx';

interface Around {
  interactionId: string;
  moreTabs: Tab[];
}

/** Who the present call is taken to be from. */
export function LiveWho({ who, interactionId, moreTabs }: { who: Caller } & Around) {
  if (who.kind === 'nobody') {
    return <Nobody title={callerName.value} reason={words.outcomes[who.reason]} {...{ interactionId, moreTabs }} />;
  }
  if (who.kind === 'several') return <Chooser who={who} moreTabs={moreTabs} />;
  return (
    <Person key={who.id} id={who.id} name={who.name} interactionId={interactionId} moreTabs={moreTabs}>
      {who.chosen && (
        <button type="button" class="quiet" onClick={() => choosePerson(undefined)}>
          {words.who.chooseAgain}
        </button>
      )}
    </Person>
  );
}

/** Who a call was from, as its record says. */
export function PastWho({ record, interactionId, moreTabs }: { record: InteractionPage } & Around) {
  const { personId, personName, outcome, number } = record.caller;
  if (personId !== undefined) {
    return <Person key={personId} id={personId} name={personName} {...{ interactionId, moreTabs }} />;
  }
  const reason = words.outcomes[outcome ?? 'not-identified'];
  const title = number?.display ?? words.who.unknownCaller;
  return <Nobody {...{ title, reason, interactionId, moreTabs }} />;
}

function Nobody({ title, reason, interactionId, moreTabs }: { title: string; reason: string } & Around) {
  return (
    <>
      <h2>{title}</h2>
      <p class="reason">{reason}</p>
      <NewRequestForm interactionId={interactionId} ready />
      {moreTabs.length > 0 && <Tabs label={words.who.heading} tabs={moreTabs} />}
    </>
  );
}

/** Several people have the number: nobody is chosen for the agent. */
function Chooser({ who, moreTabs }: { who: Extract<Caller, { kind: 'several' }>; moreTabs: Tab[] }) {
  const number = phone.value.call?.number;
  return (
    <>
      <h2>{words.who.choose}</h2>
      <p class="muted">{words.who.chooseHint}</p>
      {who.people.length === 0 && who.loading && <Skeleton lines={3} />}
      {who.trouble !== undefined && number !== undefined && (
        <TroubleNote
          what={words.trouble.notShown(words.trouble.reading.people)}
          trouble={who.trouble}
          onRetry={() => void peopleByNumber.reload(number)}
        />
      )}
      <PeopleList people={who.people} onChoose={choosePerson} />
      {moreTabs.length > 0 && <Tabs label={words.who.heading} tabs={moreTabs} />}
    </>
  );
}
