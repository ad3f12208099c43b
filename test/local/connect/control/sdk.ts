import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectClient } from '@aws-sdk/client-connect';
import type { Connect } from '../../../../local/connect/types.ts';

/** The SDK's own client of an instance, by a gateway in small: requests as they are on the wire, nobody's policies. */
export async function sdkOf(connect: Pick<Connect, 'api'>): Promise<{ client: ConnectClient; stop(): void }> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = await connect.api({ method: request.method ?? '', path: request.url ?? '', headers: {}, body });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new ConnectClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const stop = () => {
    client.destroy();
    server.close();
  };
  return { client, stop };
}
