import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that drive a browser. */
const browser = [
  'test/browser/**/*.test.ts',
  'test/local/cti/softphone.test.ts',
  'test/local/instance/page.test.ts',
  'test/local/phone/page.test.ts',
  'test/local/phone/sound.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two even on two cores: a test that drives a browser, a function or a command mostly waits for it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // One process for many files: what is installed takes longer to load than most tests to run. test/set-up.ts keeps
    // the files apart; one that mocks a client of the SDK restores it.
    isolate: false,
    setupFiles: ['test/set-up.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: browser,
          globalSetup: ['test/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          globalSetup: ['test/global-setup.ts'],
          // A browser on a busy machine may be late once; what fails twice is a defect.
          retry: 1,
        },
      },
    ],
  },
});
