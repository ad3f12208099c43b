/**
 * Sign-ins under way in this tab: what must be kept between leaving for the issuer and its answer, by state. A tab may
 * have several, when somebody went back and began anew.
 */
export interface Attempt {
  /** Sent along and expected back; names the attempt. */
  state: string;
  /** PKCE: proves that who uses the code is who asked for it. */
  verifier: string;
  /** Expected in the ID token; absent when none was asked for. */
  nonce?: string;
  /** Where the agent was: the address's hash, or empty. */
  place: string;
}

const key = 'deskline.sign-ins';
/** Abandoned attempts are forgotten, the oldest first. */
const most = 5;

export function keepAttempt(attempt: Attempt): void {
  sessionStorage.setItem(key, JSON.stringify([...read(), attempt].slice(-most)));
}

/** The attempt of that state, which is then forgotten: an answer counts once. */
export function takeAttempt(state: string | null): Attempt | undefined {
  const attempts = read();
  const attempt = attempts.find((one) => one.state === state);
  if (attempt !== undefined) sessionStorage.setItem(key, JSON.stringify(attempts.filter((one) => one !== attempt)));
  return attempt;
}

function read(): Attempt[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
