// Runs one of the TypeScript commands: node bin/run.mjs bin/<command>.ts [arguments]
import { spawn } from 'node:child_process';
import { environment, root, setUp } from './setup.mjs';

setUp();
const child = spawn(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: environment,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
