import { useEffect, useRef, useState } from 'preact/hooks';
import type { InstanceBook, InstanceState } from '../types.ts';
import { act, followInstance, instanceBook } from './api.ts';

/** Does what a button says. */
export type Act = (action: string, body?: Record<string, unknown>) => void;

export interface Instance {
  book?: InstanceBook;
  state?: InstanceState;
  /** The instance's time, epoch ms; moves every second. */
  now: number;
  lost: boolean;
  /** Why the last button came to nothing. */
  problem?: string;
  act: Act;
}

/** Follows the instance, and carries out what the page's buttons ask. */
export function useInstance(): Instance {
  const [book, setBook] = useState<InstanceBook>();
  const [state, setState] = useState<InstanceState>();
  const [lost, setLost] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [, tick] = useState(0);
  const ahead = useRef(0);
  const fail = (error: Error) => setProblem(error.message);

  useEffect(() => {
    instanceBook().then(setBook, fail);
    return followInstance({
      state(next) {
        ahead.current = next.now - Date.now();
        setLost(false);
        setState(next);
      },
      lost: () => setLost(true),
    });
  }, []);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);

  const perform: Act = (action, body) => {
    act(action, body).then(() => setProblem(undefined), fail);
  };
  return { book, state, now: Date.now() + ahead.current, lost, problem, act: perform };
}
