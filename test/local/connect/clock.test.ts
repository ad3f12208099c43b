import { describe, expect, it } from 'vitest';
import { createClock, runUntil } from '../../../local/connect/clock.ts';

const start = Date.parse('2026-11-20T09:00:00Z');
const idle = { settled: async () => {} };

describe('the free clock', () => {
  it('stands still until it is turned', async () => {
    const clock = createClock({ mode: 'free', start });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toBe(start);
  });

  it('runs timers in the order of their times, each at its own time, also those set on the way', () => {
    const clock = createClock({ mode: 'free', start });
    const ran: [string, number][] = [];
    const note = (name: string) => () => ran.push([name, clock.now() - start]);
    clock.after(300, note('third'));
    clock.after(100, () => {
      note('first')();
      clock.after(100, note('second'));
    });
    clock.after(900, note('not yet'));
    clock.advance(500);
    expect(ran).toEqual([
      ['first', 100],
      ['second', 200],
      ['third', 300],
    ]);
    expect(clock.now()).toBe(start + 500);
  });

  it('runs timers of the same time in the order in which they were set, and never a cancelled one', () => {
    const clock = createClock({ mode: 'free', start });
    const ran: string[] = [];
    clock.after(10, () => ran.push('a'));
    const cancel = clock.after(10, () => ran.push('cancelled'));
    clock.after(10, () => ran.push('b'));
    cancel();
    while (clock.advanceToNext());
    expect(ran).toEqual(['a', 'b']);
  });

  it('says how far ahead of real time it is', () => {
    const clock = createClock({ mode: 'free', start: Date.now() + 3_600_000 });
    expect(clock.offset()).toBeGreaterThan(3_590_000);
  });

  it('tells a driver that nothing can change any more, and when the limit is reached', async () => {
    const clock = createClock({ mode: 'free', start });
    await expect(runUntil(idle, clock, () => false)).rejects.toThrow('nothing is left to happen');
    const tick = () => clock.after(1_000, tick);
    tick();
    await expect(runUntil(idle, clock, () => false, 10_000)).rejects.toThrow('within 10 s');
  });
});

describe('the real clock', () => {
  it('runs timers by itself and jumps when it is turned', async () => {
    const clock = createClock({ mode: 'real' });
    const ran: string[] = [];
    clock.after(60_000, () => ran.push('turned to'));
    clock.advance(60_000);
    expect(ran).toEqual(['turned to']);
    expect(clock.offset()).toBeGreaterThanOrEqual(59_990);
    await new Promise<void>((resolve) => {
      clock.after(5, resolve);
      // The clock's own timers do not keep a process alive; the test does.
      setTimeout(() => {}, 50);
    });
  });
});
