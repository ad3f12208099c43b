import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsRequest, AwsResponse } from '../../ports.ts';
import { awsError, xmlError } from './answers.ts';
import { type Caller, type SignedRequest, signedBy } from './caller.ts';

export type Service = (request: AwsRequest, caller: Caller) => Promise<AwsResponse>;

/** The one address that functions are given for all of AWS. */
export interface Gateway {
  url: string;
  stop(): Promise<void>;
}

export interface GatewayPorts {
  /** By signing name. Looked up at each request, since they come into being one after another. */
  services: Record<string, Service>;
  caller(signed: SignedRequest): Caller | undefined;
  /** Answers of custom resources, put to the `ResponseURL` that they were given. Undefined when nobody waits for one. */
  customResponse(path: string, body: string): boolean;
  note(problem: string): void;
  /**
   * Epoch ms of the time that functions live in. The SDK compares it with its own: an answer that seems to come from
   * another time makes it correct its clock and try every error again.
   */
  now(): number;
}

export async function startGateway(ports: GatewayPorts): Promise<Gateway> {
  const server = createServer(async (incoming, outgoing) => {
    let answer: AwsResponse;
    try {
      answer = await serve(await read(incoming), ports);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      ports.note(`gateway: ${message}`);
      answer = awsError(400, 'LocalCloudFault', message);
    }
    outgoing.writeHead(answer.status, {
      ...answer.headers,
      date: new Date(ports.now()).toUTCString(),
      'content-length': Buffer.byteLength(answer.body),
    });
    outgoing.end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(request: AwsRequest, ports: GatewayPorts): Promise<AwsResponse> {
  if (request.method === 'PUT' && ports.customResponse(request.path, request.body)) {
    return { status: 200, headers: {}, body: '' };
  }
  const signed = signedBy(request.headers);
  if (!signed) return awsError(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
  const service = ports.services[signed.service];
  if (!service) {
    const message = `not emulated: ${signed.service}`;
    ports.note(message);
    const speaksXml = (request.headers['content-type'] ?? '').includes('form-urlencoded') || signed.service === 's3';
    return (speaksXml ? xmlError : awsError)(400, 'NotEmulatedException', message);
  }
  const caller = ports.caller(signed);
  if (!caller)
    return awsError(403, 'UnrecognizedClientException', 'The security token included in the request is invalid.');
  return service(request, caller);
}

async function read(incoming: IncomingMessage): Promise<AwsRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
