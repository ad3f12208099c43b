import { ConnectClient } from '@aws-sdk/client-connect';
import type { Connect } from '../../local/connect/types.ts';

/** The SDK's own client of an instance in the same process: requests as they are on the wire, without a wire. */
export function clientOf(connect: Pick<Connect, 'api'>): ConnectClient {
  const requestHandler = {
    async handle({ method, path, query, body }: { method: string; path: string; query?: object; body?: string }) {
      const search = new URLSearchParams(Object.entries(query ?? {})).toString();
      const answer = await connect.api({
        method,
        path: search ? `${path}?${search}` : path,
        headers: {},
        body: body ?? '',
      });
      return {
        response: {
          statusCode: answer.status,
          headers: answer.headers,
          body: new TextEncoder().encode(answer.body),
        },
      };
    },
  };
  return new ConnectClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: requestHandler as never,
  });
}
