import { openDialog, showKeys } from '../commands.ts';
import { setPresence } from '../phone/act.ts';
import { phone } from '../phone/phone.ts';
import { plain } from '../plain.ts';
import { goTo, hashOf, readSearch } from '../route.ts';
import { type Session, signIn, signOut } from '../session.ts';
import { setTheme, theme, themes } from '../theme-switch.ts';
import { words } from '../words.ts';
import { FindPerson } from './find-person.tsx';
import { Key } from './key.tsx';
import { PresenceMenu } from './presence-menu.tsx';
import { soundId } from './sound-dialog.tsx';

/** An agent who has gone must not be rung: offline first, as far as the telephone still answers. */
async function leave(): Promise<void> {
  const { agent, call } = phone.value;
  const offline = agent?.states.find(({ type }) => type === 'offline');
  if (offline && call === undefined) {
    await Promise.race([setPresence(offline.name), new Promise((done) => setTimeout(done, 2000))]);
  }
  await signOut();
}

/** People as one types; Enter on a telephone number or a request's number goes there. */
function Search() {
  const onEnter = (typed: string) => {
    const target = readSearch(typed);
    if (target === undefined) return false;
    goTo(target);
    document.getElementById('search')?.blur();
    return true;
  };
  return (
    <search>
      <FindPerson
        id="search"
        label={words.search.label}
        quiet
        onEnter={onEnter}
        onChoose={({ id }) => goTo({ page: 'person', id })}
        nobody={(typed, close) => (
          <a class="button quiet" href={hashOf({ page: 'new-person', id: typed })} onClick={close}>
            {words.find.newPerson(plain(typed))}
          </a>
        )}
      />
      <Key name="/" />
    </search>
  );
}

export function Header({ session }: { session: Extract<Session, { state: 'signed-in' }> }) {
  return (
    <header>
      <h1 class="unseen">{words.product}</h1>
      <PresenceMenu name={session.me.name} />
      <a class="home" href="#/">
        {words.calls.heading}
      </a>
      <Search />
      <label class="theme">
        <span class="unseen">{words.theme.label}</span>
        <select
          value={theme.value}
          onChange={(event) => setTheme(themes[event.currentTarget.selectedIndex] ?? 'system')}
        >
          {themes.map((one) => (
            <option key={one} value={one}>
              {words.theme[one]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="quiet" onClick={() => openDialog(soundId)}>
        {words.place.sound.open}
      </button>
      <a class="home" href="#/check">
        {words.place.check.open}
      </a>
      <button type="button" class="quiet" onClick={showKeys} aria-keyshortcuts="?">
        {words.keys.open} <Key name="?" />
      </button>
      <button type="button" class="quiet" onClick={leave}>
        {words.session.signOut}
      </button>
      {session.expired && (
        <div class="trouble banner" role="alert">
          <p>{words.session.expired}</p>
          <button type="button" onClick={signIn}>
            {words.session.signInAgain}
          </button>
        </div>
      )}
    </header>
  );
}
