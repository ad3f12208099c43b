/** npm start: the whole system on this machine. Desk on DESK_PORT (4000), the instance on the next port. */
import { freshAssembly } from '../lib/fresh-assembly.ts';
import { startDesk } from '../local/desk.ts';
import { callersOf, loadSample, sampleAgents } from '../local/sample/index.ts';
import { announce, dataFolder, runningDesk } from './running-desk.ts';

const deskPort = Number(process.env.DESK_PORT ?? 4000);
if (!Number.isInteger(deskPort) || deskPort < 1 || deskPort > 65_534) {
  console.error(`DESK_PORT must be a port from 1 to 65534, not "${process.env.DESK_PORT}"`);
  process.exit(1);
}

try {
  const other = await runningDesk(dataFolder);
  // Two databases on one file would each lose what the other writes.
  if (other)
    throw new Error(`process ${other.process} works on ${dataFolder}: stop it, or set DESK_DATA to another folder`);
  const desk = await startDesk({
    assembly: await freshAssembly(),
    deskPort,
    instancePort: deskPort + 1,
    dataFolder,
    clock: 'real',
    sample: loadSample,
    callers: callersOf,
    onProblem: (problem) => console.error(`! ${problem}`),
  });
  const takeBack = announce(desk, dataFolder);
  console.log(`
Deskline is ready.

  Desk            ${desk.deskUrl}
  Caller's page   ${desk.instanceUrl}/phone
  The instance    ${desk.instanceUrl}/instance
  Number to dial  ${desk.connect.numbers().join(', ') || 'none: the stack has no phone number'}
  Sign in as      ${sampleAgents.map(({ username, role }) => `${username} (${role})`).join(', ')}

Ctrl-C stops everything.`);

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      // The terminal and the launcher may both tell us.
      if (stopping) return;
      stopping = true;
      takeBack();
      await desk.stop();
      process.exit(0);
    });
  }
} catch (error) {
  // Wrong settings and flows come as several lines, everything else as one.
  const lines = (error as { lines?: string[] }).lines ?? [error instanceof Error ? error.message : String(error)];
  for (const line of lines) console.error(line);
  process.exit(1);
}
