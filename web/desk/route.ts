/** Every place of the page has an address after `#`, so that back, forward, links and a reload keep their promise. */
import { signal } from '@preact/signals';
import { type RequestView, requestView } from '../../domain/directory/request-views.ts';

export type Route =
  | { page: 'home' | 'check' }
  | { page: 'person' | 'call'; id: string }
  /** In a view of the fixed list; without one, in the default view. */
  | { page: 'request'; id: string; view?: RequestView }
  /** People by a number as typed. */
  | { page: 'number'; id: string }
  /** Somebody who is not in the directory yet, from what was typed of them. */
  | { page: 'new-person'; id: string }
  /** Why a call popped as it did, by interaction; and who would pop, by a query such as `telephone=…`. */
  | { page: 'why' | 'explain'; id: string };

const pages = ['person', 'request', 'call', 'number', 'new-person', 'why', 'explain'] as const;

/** Reads the part after `#`. It may come from anyone's link: what cannot be read is the home page. */
export function readRoute(hash: string): Route {
  const [, name, rest, more] = hash.replace(/^#/, '').split('/');
  if (name === 'check' && rest === undefined) return { page: name };
  const page = pages.find((one) => one === name);
  if (page === undefined || !rest || (more !== undefined && page !== 'request')) return { page: 'home' };
  try {
    const id = decodeURIComponent(rest);
    return page === 'request' && more !== undefined ? { page, id, view: requestView(more) } : { page, id };
  } catch {
    return { page: 'home' };
  }
}

export const hashOf = (route: Route): string =>
  !('id' in route)
    ? route.page === 'home'
      ? '#/'
      : `#/${route.page}`
    : `#/${route.page}/${encodeURIComponent(route.id)}${viewIn(route)}`;

const viewIn = (route: Route): string => (route.page === 'request' && route.view ? `/${route.view}` : '');

export const route = signal<Route>({ page: 'home' });

/** Follows the address bar from now on. */
export function followAddress(): void {
  const read = () => {
    route.value = readRoute(location.hash);
  };
  addEventListener('hashchange', read);
  read();
}

/** Goes there, as one step that 'back' undoes; to be there already is no step. */
export function goTo(target: Route): void {
  const hash = hashOf(target);
  // Set at once: the event of the address bar comes a frame later.
  route.value = target;
  if ((location.hash || '#/') !== hash) location.hash = hash;
}

/** What somebody typed in search: a request's number has letters before its digits, all else is a telephone number. */
export function readSearch(typed: string): Route | undefined {
  const text = typed.trim();
  if (text === '' || text.length > 100) return undefined;
  if (/^[a-z]{1,6}[- ]?\d+$/i.test(text)) return { page: 'request', id: text.toUpperCase().replace(' ', '-') };
  return /\d/.test(text) ? { page: 'number', id: text } : undefined;
}
