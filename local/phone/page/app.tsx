import { useEffect, useState } from 'preact/hooks';
import type { PhoneBook } from '../types.ts';
import { dial, phoneBook } from './api.ts';
import { CallScreen } from './call-screen.tsx';
import { DialForm } from './dial-form.tsx';
import type { Speech } from './speech.ts';
import { words } from './words.ts';

/** The call is named in the address, so that a reload finds it again. */
const callInAddress = () => decodeURIComponent(location.hash.slice(1)) || undefined;

export function App({ speech }: { speech: Speech }) {
  const [book, setBook] = useState<PhoneBook>();
  const [call, setCall] = useState(callInAddress);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    phoneBook().then(setBook, (error: Error) => setProblem(error.message));
    const follow = () => setCall(callInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const place = async (from: string, to: string) => {
    setProblem(undefined);
    try {
      location.hash = await dial(from, to);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const leave = (reason?: string) => {
    history.replaceState(null, '', location.pathname);
    setCall(undefined);
    setProblem(reason);
  };

  return (
    <main>
      <header>
        <h1>{words.title}</h1>
        <p>{words.subtitle}</p>
      </header>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {call !== undefined ? (
        <CallScreen
          key={call}
          contactId={call}
          people={book?.people ?? []}
          speech={speech}
          onLeave={leave}
          onAgain={place}
        />
      ) : (
        book && <DialForm book={book} onDial={place} />
      )}
    </main>
  );
}
