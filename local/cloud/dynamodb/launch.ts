import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';

/** A DynamoDB that answers at `endpoint`. */
export interface Database {
  endpoint: string;
  stop(): Promise<void>;
}

const howToGetOne =
  'no DynamoDB for this platform: set DYNAMODB_ENDPOINT to one that runs, or put `dynoxide` (github.com/nubo-db/dynoxide) on PATH';

/**
 * Starts dynoxide, in memory or on a file, or uses the one that DYNAMODB_ENDPOINT names. Throws one line that says how
 * to get one when there is none.
 */
export async function launchDatabase(file?: string): Promise<Database> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) {
    if (!(await answers(given))) throw new Error(`DYNAMODB_ENDPOINT: nothing answers at ${given}`);
    return { endpoint: given, stop: async () => undefined };
  }
  const program = findProgram();
  if (!program) throw new Error(howToGetOne);
  if (file) mkdirSync(dirname(file), { recursive: true });
  // The free port may be taken by somebody else before dynoxide has it, so a failed start is tried again.
  for (let attempt = 1; ; attempt++) {
    const started = await start(program, await freePort(), file);
    if ('endpoint' in started) return started;
    if (attempt === 3) throw new Error(`${program} did not start: ${started.failure}`);
  }
}

/** In this order: the platform's package, the wrapper's package, a program on PATH. */
function findProgram(): string | undefined {
  const name = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
  const { resolve } = createRequire(import.meta.url);
  for (const packageName of [`@dynoxide/${process.platform}-${process.arch}`, 'dynoxide']) {
    try {
      const program = join(dirname(resolve(`${packageName}/package.json`)), name);
      if (existsSync(program)) return program;
    } catch {
      // Not installed: an optional dependency is left out on platforms that it does not exist for.
    }
  }
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((program) => existsSync(program));
}

async function start(program: string, port: number, file?: string): Promise<Database | { failure: string }> {
  const child = spawnTied(program, ['--port', String(port), ...(file ? ['--db-path', file] : [])]);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let output = '';
  const listening = new Promise<void>((resolve) => {
    child.stderr?.on('data', (data) => {
      output += data;
      if (output.includes('listening on')) resolve();
    });
  });
  const stop = async () => {
    child.stdin?.end();
    await gone;
  };
  const started = await Promise.race([listening.then(() => true), gone.then(() => false)]);
  if (started) return { endpoint: `http://127.0.0.1:${port}`, stop };
  child.stdin?.end();
  return { failure: output.trim() || 'it ended without a word' };
}

/**
 * Runs a program that ends with us, also when we are killed: a shell beside it waits for our end of its input to close
 * and then ends the program.
 */
function spawnTied(program: string, args: string[]): ChildProcess {
  const stdio: ['pipe', 'ignore', 'pipe'] = ['pipe', 'ignore', 'pipe'];
  if (process.platform === 'win32') {
    const child = spawn(program, args, { stdio });
    child.stdin?.once('close', () => child.kill());
    return child;
  }
  const script = 'exec 3<&0; "$0" "$@" 3<&- & child=$!; (read -r _ <&3; kill $child) 2>&1 & wait $child';
  // Its own process group: Ctrl-C in the terminal reaches us, and we end it after the last function has ended.
  return spawn('/bin/sh', ['-c', script, program, ...args], { stdio, detached: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function answers(endpoint: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request(endpoint, { method: 'GET' }, (response) => {
      response.resume();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
    probe.end();
  });
}
