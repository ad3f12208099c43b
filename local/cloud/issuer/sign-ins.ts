import type { SignIn } from '../../desk-types.ts';

/** Who may sign in. User names compare without case, as in the user pool. */
export interface SignIns {
  add(signIn: SignIn): void;
  find(username: string): SignIn | undefined;
  list(): SignIn[];
}

export function createSignIns(): SignIns {
  const people = new Map<string, SignIn>();
  return {
    add: (signIn) => void people.set(signIn.username.toLowerCase(), signIn),
    find: (username) => people.get(username.trim().toLowerCase()),
    list: () => [...people.values()],
  };
}
