import { signal } from '@preact/signals';

/** The time that timers show; one beat for all of them, so that they change together. */
export const now = signal(Date.now());

export function startClock(): void {
  setInterval(() => {
    now.value = Date.now();
  }, 500);
}
