import { afterAll, vi } from 'vitest';

/*
 * Before and after each file. The files of a worker share what is installed, which takes long to load; our own modules
 * are evaluated anew for each of them, and nothing that a test put in the place of a global, a variable or the time
 * outlives its file.
 */
vi.resetModules();
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
