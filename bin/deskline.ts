/** What `cdk synth` and `cdk deploy` run (see cdk.json): wrong settings and flows are told in one line each. */
import { makeApp, readContext } from '../lib/app.ts';
import { WrongFlows } from '../lib/flow-files.ts';
import { WrongSettings } from '../lib/settings.ts';

try {
  makeApp({ context: readContext() });
} catch (error) {
  if (!(error instanceof WrongSettings || error instanceof WrongFlows)) throw error;
  for (const line of error.lines) console.error(line);
  process.exitCode = 1;
}
