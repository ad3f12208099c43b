/** What `cdk synth` and `cdk deploy` run (see cdk.json): wrong settings are told in one line each. */
import { makeApp, readContext } from '../lib/app.ts';
import { WrongSettings } from '../lib/settings.ts';

try {
  makeApp({ context: readContext() });
} catch (error) {
  if (!(error instanceof WrongSettings)) throw error;
  for (const line of error.lines) console.error(line);
  process.exitCode = 1;
}
