import type { InteractionPage, ShownNumber } from '../../../domain/api.ts';
import { type Caller, callerNumber, pastCaller, requestOf } from '../caller.ts';
import { chooseAgain, choosingAgain } from '../choice.ts';
import { chooseCaller, requestAwaits } from '../choose-caller.ts';
import { words } from '../words.ts';
import { ChoiceNote, ChooseAgain, Chooser } from './chooser.tsx';
import { NamedRequest } from './named-request.tsx';
import { NewRequestForm } from './new-request-form.tsx';
import { OtherPerson } from './other-person.tsx';
import { Person } from './person.tsx';
import { PhoneLink } from './phone-link.tsx';
import { type Tab, Tabs } from './tabs.tsx';

interface Props {
  who: Caller;
  interactionId: string;
  /** The caller's, where one is known. */
  number?: ShownNumber;
  moreTabs: Tab[];
}

/** Who a call is taken to be from, and the way to say that it is somebody else. */
function Who({ who, interactionId, number, moreTabs }: Props) {
  const around = { interactionId, number, moreTabs };
  if (who.kind === 'several') return <Chooser who={who} {...around} />;
  if (who.kind === 'nobody') return <Nobody reason={words.outcomes[who.reason]} {...around} />;
  if (choosingAgain.value === interactionId) return <ChooseAgain who={who} {...around} />;
  return (
    <>
      <ChoiceNote interactionId={interactionId} />
      <Person
        key={who.id}
        id={who.id}
        name={who.name}
        interactionId={interactionId}
        requestNumber={requestOf(interactionId)}
        requestReady={requestAwaits.value.has(interactionId)}
        moreTabs={moreTabs}
      >
        <a class="button quiet" href={`#/person/${encodeURIComponent(who.id)}`}>
          {words.person.page}
        </a>
        <button type="button" class="quiet" onClick={() => chooseAgain(interactionId)}>
          {words.who.chooseAgain}
        </button>
      </Person>
    </>
  );
}

/** Who the present call is taken to be from. */
export const LiveWho = (props: Omit<Props, 'number'>) => <Who {...props} number={callerNumber.value} />;

/** Who a call was from. */
export const PastWho = ({ record, ...around }: { record: InteractionPage; interactionId: string; moreTabs: Tab[] }) => (
  <Who who={pastCaller(record)} number={record.caller.number} {...around} />
);

function Nobody({ reason, interactionId, number, moreTabs }: Omit<Props, 'who'> & { reason: string }) {
  return (
    <>
      <h2 id="who" tabIndex={-1}>
        {number === undefined ? words.who.unknownCaller : <PhoneLink number={number} />}
      </h2>
      <p class="reason">{reason}</p>
      <ChoiceNote interactionId={interactionId} />
      <OtherPerson
        interactionId={interactionId}
        number={number}
        onChoose={(person) => chooseCaller(interactionId, person, true)}
      />
      <NamedRequest interactionId={interactionId} />
      <NewRequestForm interactionId={interactionId} ready />
      {moreTabs.length > 0 && <Tabs label={words.who.heading} tabs={moreTabs} />}
    </>
  );
}
