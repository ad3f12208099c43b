/** What the agent has typed and not yet sent: kept by place in this tab, over views, calls and reloads. */
import { type Signal, signal } from '@preact/signals';

const prefix = 'deskline.draft.';
const open = new Map<string, Signal<string>>();

/** The draft of one place, e.g. `note.<interaction>`. */
export function draft(place: string): Signal<string> {
  const existing = open.get(place);
  if (existing) return existing;
  const made = signal(sessionStorage.getItem(prefix + place) ?? '');
  open.set(place, made);
  return made;
}

export function write(place: string, text: string): void {
  draft(place).value = text;
  if (text === '') sessionStorage.removeItem(prefix + place);
  else sessionStorage.setItem(prefix + place, text);
}
