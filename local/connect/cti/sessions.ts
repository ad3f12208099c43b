import { randomBytes } from 'node:crypto';

/** The cookie by which the instance knows a signed-in agent's browser. Cookies ignore ports, so the name says whose. */
export const sessionCookie = 'deskline-instance';

/** How long a bearer token of the softphone frame lives; the worker fetches a new one 30 minutes before its end. */
const tokenLifetimeMs = 8 * 60 * 60 * 1000;

export interface Token {
  accessToken: string;
  /** Epoch milliseconds, real time. */
  expiration: number;
}

export interface Sessions {
  /** Signs a browser in: the whole value of the `Set-Cookie` header to answer with. */
  open(username: string): string;
  /** Who a request's `Cookie` header belongs to; undefined when signed out. */
  user(cookieHeader: string | undefined): string | undefined;
  /** Whether any browser or softphone of this agent is signed in. */
  isSignedIn(username: string): boolean;
  /** Told when an agent's first softphone session opens, and when the agent is signed out. */
  onSoftphone(listener: (username: string, open: boolean) => void): void;
  /** A new bearer token for the CTI endpoint; who has none opens a softphone session by it. */
  token(username: string): Token;
  /** Who a bearer token belongs to; undefined when unknown, expired or signed out. */
  bearer(accessToken: string | undefined): string | undefined;
  /** Signs this agent out everywhere: cookies and tokens stop working. Answers the `Set-Cookie` value that clears the cookie. */
  end(username: string | undefined): string;
}

/**
 * Who is signed in to the instance, in memory. Lifetimes run on real time, not on the instance's clock, since browsers
 * keep real time.
 */
export function createSessions(now: () => number = Date.now): Sessions {
  const browsers = new Map<string, string>();
  const tokens = new Map<string, { username: string; expiration: number }>();
  const listeners: ((username: string, open: boolean) => void)[] = [];
  const hasToken = (username: string) => [...tokens.values()].some((token) => token.username === username);
  const tell = (username: string, open: boolean) => {
    for (const listener of listeners) listener(username, open);
  };
  const secret = () => randomBytes(24).toString('base64url');

  const forget = (username: string) => {
    for (const [id, owner] of browsers) if (owner === username) browsers.delete(id);
    const hadSoftphone = hasToken(username);
    for (const [id, token] of tokens) if (token.username === username) tokens.delete(id);
    if (hadSoftphone) tell(username, false);
  };

  return {
    open(username) {
      const id = secret();
      browsers.set(id, username);
      return `${sessionCookie}=${id}; Path=/; HttpOnly; SameSite=Lax`;
    },
    user: (cookieHeader) => browsers.get(cookieValue(cookieHeader) ?? ''),
    isSignedIn: (username) => [...browsers.values()].includes(username),
    onSoftphone: (listener) => void listeners.push(listener),
    token(username) {
      for (const [id, token] of tokens) if (token.expiration <= now()) tokens.delete(id);
      const opens = !hasToken(username);
      const accessToken = secret();
      const expiration = now() + tokenLifetimeMs;
      tokens.set(accessToken, { username, expiration });
      if (opens) tell(username, true);
      return { accessToken, expiration };
    },
    bearer(accessToken) {
      const token = tokens.get(accessToken ?? '');
      return token && token.expiration > now() ? token.username : undefined;
    },
    end(username) {
      if (username !== undefined) forget(username);
      return `${sessionCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
    },
  };
}

function cookieValue(header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === sessionCookie) return value;
  }
  return undefined;
}
