import type { Functions } from '../ports.ts';

/** Functions by name. The client is loaded when one is really started, which a warm desk hardly ever does. */
export const lambdaFunctions = (): Functions => ({
  async start(name) {
    const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
    const client = new LambdaClient({ requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 } });
    await client.send(new InvokeCommand({ FunctionName: name, InvocationType: 'Event' }));
  },
});
