/**
 * Several tabs of one agent: one leads, which rings, pops and acts; the others show the same and can take over. The
 * browser's own lock decides, so that a tab that closes or crashes hands the lead on.
 */
import { signal } from '@preact/signals';

const lock = 'deskline.leading-tab';

/** Undefined until the browser has said so: nothing rings twice, and a lone tab leads within a moment. */
export const leads = signal<boolean | undefined>(undefined);

function ask(options: LockOptions): void {
  const held = () => {
    leads.value = true;
    return new Promise<never>(() => {});
  };
  // Another tab took the lead: stand in line again, so that somebody leads when that one closes.
  const lost = () => {
    leads.value = false;
    ask({});
  };
  navigator.locks.request(lock, options, held).catch(lost);
}

/** Left by a tab that led when it was reloaded: it keeps the lead, so that a reload in a call takes no controls away. */
const mark = 'deskline.led';

/** Stands in line for the lead. A browser without locks has this tab lead. */
export async function followLead(): Promise<void> {
  if (navigator.locks === undefined) {
    leads.value = true;
    return;
  }
  const led = sessionStorage.getItem(mark) !== null;
  sessionStorage.removeItem(mark);
  addEventListener('pagehide', () => {
    if (leads.value) sessionStorage.setItem(mark, '');
  });
  ask(led ? { steal: true } : {});
  const { held = [] } = await navigator.locks.query();
  if (leads.value === undefined && held.some(({ name }) => name === lock)) leads.value = false;
}

/** Makes this tab the one that leads where another does; asked twice, it would take the lead from itself. */
export function takeLead(): void {
  if (leads.value !== false) return;
  leads.value = undefined;
  ask({ steal: true });
}
