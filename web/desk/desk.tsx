/** The agent's day: sign in, then the desk with its places. Each state of the page is one entry below. */
import { useEffect } from 'preact/hooks';
import type { RequestView } from '../../domain/directory/request-views.ts';
import { followKeys } from './commands.ts';
import { panel } from './narrow.ts';
import { phone } from './phone/phone.ts';
import { type Route, route } from './route.ts';
import { openSession, type Session, session, signIn } from './session.ts';
import { startTelephone } from './telephone.ts';
import { CallPlace } from './views/call-place.tsx';
import { CallsTable } from './views/calls-table.tsx';
import { CheckPlace } from './views/check-place.tsx';
import { Header } from './views/header.tsx';
import { KeysDialog } from './views/keys-dialog.tsx';
import { LiveRegion } from './views/live-region.tsx';
import { NewPersonPlace } from './views/new-person.tsx';
import { NumberPlace } from './views/number-place.tsx';
import { PersonPlace } from './views/person-place.tsx';
import { RequestPlace } from './views/request-place.tsx';
import { SessionScreen } from './views/session-screen.tsx';
import { Softphone } from './views/softphone.tsx';
import { SoundDialog } from './views/sound-dialog.tsx';
import { ExplainPlace, WhyPlace } from './views/why-place.tsx';
import { words } from './words.ts';

const places: { [P in Route['page']]: (id: string, at: { view?: RequestView }) => preact.JSX.Element } = {
  home: () => <CallsTable />,
  check: () => <CheckPlace />,
  person: (id) => <PersonPlace key={id} id={id} />,
  request: (id, { view }) => <RequestPlace key={id} number={id} view={view ?? 'default'} />,
  call: (id) => <CallPlace key={id} id={id} />,
  'new-person': (id) => <NewPersonPlace key={id} typed={id} />,
  why: (id) => <WhyPlace key={id} id={id} />,
  explain: (id) => <ExplainPlace key={id} query={id} />,
  number: (id) => <NumberPlace key={id} number={id} />,
};

export function Desk() {
  const current = session.value;
  switch (current.state) {
    case 'opening':
      return <SessionScreen busy />;
    case 'signed-out':
      return (
        <SessionScreen
          title={current.refused ? words.session.refused : undefined}
          why={current.why ?? words.session.signedOut}
          action={current.why === undefined ? words.session.signIn : words.session.signInAgain}
          onAction={signIn}
        />
      );
    case 'unreachable':
      return <SessionScreen why={current.why} action={words.trouble.retry} onAction={openSession} />;
    case 'signed-in':
      return <SignedIn session={current} />;
  }
}

function SignedIn({ session }: { session: Extract<Session, { state: 'signed-in' }> }) {
  const { config } = session;
  useEffect(() => {
    const frame = document.getElementById('telephone-frame');
    if (frame) void startTelephone(frame, config.ccpUrl);
    return followKeys();
  }, [config]);
  const { value } = route;
  return (
    <div class="desk">
      <Header session={session} />
      {panel.value && !explains(value) ? (
        <main>
          <Softphone session={session} />
        </main>
      ) : (
        <>
          {!panel.value && <Softphone session={session} />}
          <main>{places[value.page]('id' in value ? value.id : '', value.page === 'request' ? value : {})}</main>
        </>
      )}
      <KeysDialog />
      <SoundDialog />
      <LiveRegion />
    </div>
  );
}

/** A supervisor reads why a call popped on any width; a call of their own comes first. */
const explains = ({ page }: Route): boolean => (page === 'why' || page === 'explain') && phone.value.call === undefined;
