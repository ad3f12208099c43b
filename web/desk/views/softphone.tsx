import type { ComponentChildren } from 'preact';
import { choiceList } from '../choice-list.ts';
import { chooseCaller } from '../choose-caller.ts';
import { panel } from '../narrow.ts';
import type { CallState } from '../phone/call-states.ts';
import { phone } from '../phone/phone.ts';
import type { Session } from '../session.ts';
import { words } from '../words.ts';
import { AfterCallCard } from './after-call-card.tsx';
import { CallOutCard } from './call-out-card.tsx';
import { HandedOverNote } from './handed-over-note.tsx';
import { IdleCard } from './idle-card.tsx';
import { MirrorNote } from './mirror-note.tsx';
import { MissedCard } from './missed-card.tsx';
import { PeopleList } from './people-list.tsx';
import { PhoneTroubleNote, RefusalNote } from './phone-trouble-note.tsx';
import { RingingCard } from './ringing-card.tsx';
import { Skeleton } from './skeleton.tsx';
import { TalkingCard } from './talking-card.tsx';

const Column = ({ state, children }: { state: string; children: ComponentChildren }) => (
  <section class={`softphone ${state}`} aria-label={words.softphone}>
    {children}
  </section>
);

/** The left column: the call, or what there is to do without one. */
export function Softphone({ session }: { session: Extract<Session, { state: 'signed-in' }> }) {
  const { call, ready, trouble, refusal, agent } = phone.value;
  const notes = (
    <>
      <MirrorNote />
      {trouble !== undefined && <PhoneTroubleNote trouble={trouble} config={session.config} />}
      {refusal !== undefined && <RefusalNote refusal={refusal} />}
    </>
  );
  if (call === undefined) {
    return (
      <Column state="idle">
        {notes}
        {!ready && trouble === undefined && agent === undefined && <Skeleton lines={3} />}
        <CallOutCard />
        <HandedOverNote />
        <IdleCard inConnect={session.me.agentArn !== undefined || agent !== undefined} />
      </Column>
    );
  }
  const cards: Partial<Record<CallState, () => preact.JSX.Element>> = {
    ringing: () => <RingingCard key={call.contactId} call={call} />,
    afterCallWork: () => <AfterCallCard key={call.contactId} call={call} />,
    missed: () => <MissedCard key={call.contactId} call={call} />,
    failed: () => <MissedCard key={call.contactId} call={call} />,
  };
  return (
    <Column state={call.state}>
      {notes}
      {(cards[call.state] ?? (() => <TalkingCard call={call} />))()}
      {call.state !== 'dialling' && <CallOutCard />}
      {panel.value && choiceList.value.length > 0 && (
        <PeopleList people={choiceList.value} onChoose={(person) => chooseCaller(call.interactionId, person)} />
      )}
    </Column>
  );
}
