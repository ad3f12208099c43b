import type { ShownNumber } from '../../../domain/api.ts';
import { type Caller, peopleByNumber } from '../caller.ts';
import { choiceTrouble, choosingAgain, retryChoice } from '../choice.ts';
import { chooseCaller } from '../choose-caller.ts';
import { plain } from '../plain.ts';
import { words } from '../words.ts';
import { NamedRequest } from './named-request.tsx';
import { NewRequestForm } from './new-request-form.tsx';
import { OtherPerson } from './other-person.tsx';
import { PeopleList } from './people-list.tsx';
import { PhoneLink } from './phone-link.tsx';
import { Skeleton } from './skeleton.tsx';
import { type Tab, Tabs } from './tabs.tsx';
import { TroubleNote } from './trouble-note.tsx';

const text = words.who;

interface Around {
  interactionId: string;
  number?: ShownNumber;
  moreTabs: Tab[];
}

/** Several people can be meant: nobody is chosen for the agent, and the call does not wait for the choice. */
export function Chooser({
  who,
  interactionId,
  number,
  moreTabs,
}: { who: Extract<Caller, { kind: 'several' }> } & Around) {
  const shown = !who.loading && who.people.length > 0;
  return (
    <section class="choose" aria-labelledby="who">
      <h2 id="who" tabIndex={-1}>
        {who.uncertain ? text.chooseUncertain : text.choose}
      </h2>
      {number !== undefined && <PhoneLink number={number} />}
      <p class="muted">{who.uncertain ? text.chooseUncertainHint : text.chooseHint}</p>
      {who.trouble !== undefined && number?.dial !== undefined && (
        <TroubleNote
          what={words.trouble.notShown(words.trouble.reading.people)}
          trouble={who.trouble}
          onRetry={() => void peopleByNumber.reload(number.dial ?? number.display)}
        />
      )}
      {who.loading && <Skeleton lines={3} />}
      {shown && <PeopleList people={who.people} onChoose={(person) => chooseCaller(interactionId, person)} />}
      {shown && who.more && <p>{text.moreThanTen}</p>}
      <OtherPerson
        interactionId={interactionId}
        number={number}
        onChoose={(person) => chooseCaller(interactionId, person)}
      />
      <NamedRequest interactionId={interactionId} />
      <NewRequestForm interactionId={interactionId} />
      {moreTabs.length > 0 && <Tabs label={text.heading} tabs={moreTabs} />}
    </section>
  );
}

/** Somebody is taken for the caller, and the agent knows better. */
export function ChooseAgain({
  who,
  interactionId,
  number,
  moreTabs,
}: { who: Extract<Caller, { kind: 'person' }> } & Around) {
  const found = number?.dial === undefined ? undefined : peopleByNumber.of(number.dial).value.value;
  const others = found?.people ?? [];
  const done = () => {
    choosingAgain.value = undefined;
  };
  return (
    <section class="choose" aria-labelledby="who">
      <h2 id="who" tabIndex={-1}>
        {text.choose}
      </h2>
      <button type="button" onClick={done}>
        {text.keep(plain(who.name))}
      </button>
      {others.length > 0 && <PeopleList people={others} onChoose={(person) => chooseCaller(interactionId, person)} />}
      {found?.more === true && <p>{text.moreThanTen}</p>}
      <OtherPerson
        interactionId={interactionId}
        number={number}
        onChoose={(person) => chooseCaller(interactionId, person)}
      />
      {moreTabs.length > 0 && <Tabs label={text.heading} tabs={moreTabs} />}
    </section>
  );
}

/** A choice that the call's record does not have yet, and the way to send it again. */
export function ChoiceNote({ interactionId }: { interactionId: string }) {
  const trouble = choiceTrouble(interactionId);
  if (trouble === undefined) return null;
  return (
    <TroubleNote
      what={text.notKept}
      trouble={trouble === 'unsure' ? { kind: 'network', message: text.notKeptWhy } : trouble}
      onRetry={() => retryChoice(interactionId)}
    />
  );
}
