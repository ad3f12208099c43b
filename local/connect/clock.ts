import type { Clock } from '../ports.ts';

/** The instance's clock with the means to turn it. */
export interface TurnableClock extends Clock {
  /** Turns the time on; timers that fall due run in their order, each at its own time. */
  advance(ms: number): void;
  /** Turns the time on to the next timer and runs it; false when there is none. */
  advanceToNext(): boolean;
  /** Epoch ms of the next timer. */
  next(): number | undefined;
}

interface Timer {
  due: number;
  order: number;
  task: () => void;
}

/** The longest wait that Node's timers hold. */
const longestWait = 2 ** 31 - 1;

/**
 * `real`: time passes by itself, and turning adds to it. `free`: time stands still unless it is turned, so a call that
 * waits for minutes takes no real time. `start` is the epoch ms at which the clock begins, now unless told.
 */
export function createClock(options: { mode: 'real' | 'free'; start?: number }): TurnableClock {
  const real = options.mode === 'real';
  let ahead = options.start === undefined ? 0 : options.start - Date.now();
  let stands = options.start ?? Date.now();
  const timers = new Set<Timer>();
  let order = 0;
  let alarm: NodeJS.Timeout | undefined;

  const now = () => (real ? Date.now() + ahead : stands);
  const first = () => {
    let best: Timer | undefined;
    for (const timer of timers) {
      if (!best || timer.due < best.due || (timer.due === best.due && timer.order < best.order)) best = timer;
    }
    return best;
  };
  const turnTo = (time: number) => {
    if (real) ahead += Math.max(0, time - now());
    else stands = Math.max(stands, time);
  };
  const run = (timer: Timer) => {
    timers.delete(timer);
    timer.task();
  };
  const setAlarm = () => {
    if (!real) return;
    clearTimeout(alarm);
    const timer = first();
    if (!timer) return;
    alarm = setTimeout(runDue, Math.min(longestWait, Math.max(0, timer.due - now())));
    // A waiting prompt must not keep a finished process alive; the servers do that while they serve.
    alarm.unref();
  };
  const runDue = () => {
    for (let timer = first(); timer && timer.due <= now(); timer = first()) run(timer);
    setAlarm();
  };

  return {
    now,
    offset: () => now() - Date.now(),
    next: () => first()?.due,
    after(ms, task) {
      const timer = { due: now() + Math.max(0, ms), order: order++, task };
      timers.add(timer);
      setAlarm();
      return () => {
        if (timers.delete(timer)) setAlarm();
      };
    },
    advance(ms) {
      const until = now() + ms;
      for (let timer = first(); timer && timer.due <= until; timer = first()) {
        turnTo(timer.due);
        run(timer);
      }
      turnTo(until);
      setAlarm();
    },
    advanceToNext() {
      const timer = first();
      if (!timer) return false;
      turnTo(timer.due);
      run(timer);
      setAlarm();
      return true;
    },
  };
}

interface Settling {
  settled(): Promise<void>;
}

/**
 * Turns a free clock timer by timer, letting everything happen in between, until `condition` holds. Throws when `limit`
 * ms of the instance's time went by, or when nothing is left that could change anything.
 */
export async function runUntil(
  instance: Settling,
  clock: TurnableClock,
  condition: () => boolean,
  limit = 3_600_000,
): Promise<void> {
  const end = clock.now() + limit;
  for (;;) {
    await instance.settled();
    if (condition()) return;
    const next = clock.next();
    if (next === undefined) throw new Error('nothing is left to happen on the instance, and the condition is not met');
    if (next > end) throw new Error(`the condition was not met within ${limit / 1000} s of the instance's time`);
    clock.advanceToNext();
  }
}

/** Lets `ms` of the instance's time go by, with everything that happens in it. */
export async function passTime(instance: Settling, clock: TurnableClock, ms: number): Promise<void> {
  const end = clock.now() + ms;
  for (;;) {
    await instance.settled();
    const next = clock.next();
    if (next === undefined || next > end) break;
    clock.advanceToNext();
  }
  clock.advance(Math.max(0, end - clock.now()));
  await instance.settled();
}
