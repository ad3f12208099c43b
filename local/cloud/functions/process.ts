import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { noUsage, type Usage } from '../dynamodb/capacity.ts';
import type { FunctionDefinition, Outcome } from './types.ts';

const bootstrap = fileURLToPath(new URL('./bootstrap.mjs', import.meta.url));

/** Where a function's requests go, and where it runs. */
export interface Surroundings {
  region: string;
  /** The gateway's address. */
  gateway: string;
  log(functionName: string, line: string): void;
}

/** One process of a function. It runs one event at a time, as one instance of a Lambda function does. */
export interface FunctionProcess {
  /** Names this process at the gateway, so that requests are counted to the run that made them. */
  session: string;
  /** Of the run that goes on now. */
  usage: Usage;
  run(event: { requestId: string; payload: string; offsetMs: number }): Promise<Outcome>;
  /** False after it ended, by itself or not. */
  alive(): boolean;
  kill(): Promise<void>;
}

type Message =
  | { kind: 'ready' }
  | { kind: 'failed' | 'crashed'; message: string }
  | { kind: 'answer'; requestId: string; payload: string }
  | { kind: 'threw'; requestId: string; message: string };

export function startProcess(definition: FunctionDefinition, around: Surroundings): FunctionProcess {
  const session = randomUUID();
  const child = fork(bootstrap, [], {
    env: environmentOf(definition, around, session),
    // None of the parent's: it may run under a loader that the bundle must not need.
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'json',
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => around.log(definition.name, line));
  }
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let alive = true;
  let loadFault: string | undefined;
  let listener: (outcome: Outcome) => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: Message) => {
      if (message.kind === 'failed') loadFault = message.message;
      // It ends by itself, and must not be given another event on the way.
      if (message.kind === 'crashed') alive = false;
      if (message.kind === 'ready' || message.kind === 'failed') resolve();
      else if (message.kind === 'answer') listener({ kind: 'ok', payload: JSON.parse(message.payload) });
      else listener({ kind: 'error', message: message.message });
    });
    gone.then(() => {
      alive = false;
      resolve();
      listener({ kind: 'error', message: 'the process ended before it answered' });
    });
  });
  const kill = async () => {
    alive = false;
    child.kill('SIGKILL');
    await gone;
  };
  const running: FunctionProcess = {
    session,
    usage: noUsage(),
    alive: () => alive,
    kill,
    async run(event) {
      running.usage = noUsage();
      await ready;
      if (loadFault !== undefined) {
        await kill();
        return { kind: 'error', message: `could not be loaded: ${loadFault}` };
      }
      if (!alive) return { kind: 'error', message: 'the process ended before it answered' };
      const outcome = await new Promise<Outcome>((resolve) => {
        const timer = setTimeout(() => resolve({ kind: 'timeout' }), definition.timeoutMs);
        listener = (answer) => {
          clearTimeout(timer);
          resolve(answer);
        };
        child.send({ ...event, timeoutMs: definition.timeoutMs, arn: definition.arn });
      });
      listener = () => undefined;
      if (outcome.kind === 'timeout') await kill();
      return outcome;
    },
  };
  return running;
}

/**
 * What a function sees: the template's variables and those that Lambda sets, nothing of this machine. Files and
 * services from which the SDK would take real credentials are pointed at nothing.
 */
function environmentOf(definition: FunctionDefinition, around: Surroundings, session: string) {
  return {
    ...definition.environment,
    _HANDLER: definition.handler,
    LAMBDA_TASK_ROOT: definition.folder,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: session,
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime}`,
    AWS_REGION: around.region,
    AWS_DEFAULT_REGION: around.region,
    AWS_ACCESS_KEY_ID: definition.role.accessKey,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: session,
    AWS_ENDPOINT_URL: around.gateway,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    // The deployed runtime is newer than what may run here; the SDK's advice on it is noise in the logs.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
  };
}
