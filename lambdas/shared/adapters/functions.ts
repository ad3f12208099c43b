import type { Functions } from '../ports.ts';

/** Functions by name. The client is loaded when one is really started, which a warm desk hardly ever does. */
export const lambdaFunctions = (): Functions => ({
  async start(name) {
    const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
    const requestHandler = { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true };
    const client = new LambdaClient({ maxAttempts: 2, requestHandler });
    await client.send(new InvokeCommand({ FunctionName: name, InvocationType: 'Event' }));
  },
});
