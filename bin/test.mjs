// npm test: every test, browser included. Arguments go to vitest, e.g. npm test -- test/domain
import { run, setUp } from './setup.mjs';

setUp();
process.exit(run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]));
