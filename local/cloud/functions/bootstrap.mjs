// Runs one function's bundle in a process of its own, as Lambda's runtime does: imports the handler, then answers one
// event after another. Talks to the parent over the IPC channel and ends when the parent is gone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const RealDate = Date;
let offset = 0;
// The instance's clock can be turned, and the functions live in its time. Installed before the bundle is imported, so
// that a reference taken at load time follows too.
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offset);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + offset;
  }
};

const send = (message) => process.connected && process.send(message);
const describe = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

process.on('disconnect', () => process.exit(0));
process.on('uncaughtException', (error) => {
  console.error(error);
  process.send?.({ kind: 'crashed', message: describe(error) }, () => process.exit(1));
});

const [file, exported] = process.env._HANDLER.split('.');
const path = ['mjs', 'js', 'cjs']
  .map((extension) => join(process.env.LAMBDA_TASK_ROOT, `${file}.${extension}`))
  .find((candidate) => existsSync(candidate));

let handler;
try {
  if (!path) throw new Error(`no module ${file} in ${process.env.LAMBDA_TASK_ROOT}`);
  const module = await import(pathToFileURL(path).href);
  handler = module[exported] ?? module.default?.[exported];
  if (typeof handler !== 'function') throw new Error(`${file} exports no function ${exported}`);
  send({ kind: 'ready' });
} catch (error) {
  console.error(error);
  send({ kind: 'failed', message: describe(error) });
}

process.on('message', async ({ requestId, payload, offsetMs, timeoutMs, arn }) => {
  offset = offsetMs;
  const end = RealDate.now() + timeoutMs;
  const context = {
    awsRequestId: requestId,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, end - RealDate.now()),
  };
  try {
    const result = await handler(JSON.parse(payload), context);
    send({ kind: 'answer', requestId, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    console.error(error);
    send({ kind: 'threw', requestId, message: describe(error) });
  }
});
