import { Agent, request as httpRequest } from 'node:http';
import type { AwsRequest, AwsResponse } from '../../ports.ts';
import { addUsage, reportsCapacity } from '../dynamodb/capacity.ts';
import { dynamodbAsks } from '../iam/dynamodb-asks.ts';
import type { Place, Problems } from '../types.ts';
import { awsError } from './answers.ts';
import { type Caller, refusedBy } from './caller.ts';

type Body = Record<string, unknown>;

/**
 * DynamoDB for functions: checks the caller's policies, counts what the request costs, and hands it to the engine.
 * The engine names its own region and account in ARNs; answers carry those of the template.
 */
export function createDynamodbService(endpoint: string, place: Place, problems: Problems) {
  const agent = new Agent({ keepAlive: true });
  const serve = async (request: AwsRequest, caller: Caller): Promise<AwsResponse> => {
    const operation = (request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    const body = JSON.parse(request.body) as Body;
    const asks = dynamodbAsks(operation, body, place);
    if (!asks) return awsError(400, 'NotEmulatedException', `not emulated: dynamodb:${operation}`);
    const refusal = refusedBy(caller, asks, problems);
    if (refusal) return awsError(400, 'com.amazon.coral.service#AccessDeniedException', refusal);

    const asked = body.ReturnConsumedCapacity !== undefined && body.ReturnConsumedCapacity !== 'NONE';
    const sent = reportsCapacity(operation) && !asked ? { ...body, ReturnConsumedCapacity: 'TOTAL' } : body;
    const answer = await send(endpoint, agent, request, JSON.stringify(sent));
    const text = answer.body.replaceAll(
      'arn:aws:dynamodb:dynoxide:000000000000:',
      `arn:${place.partition}:dynamodb:${place.region}:${place.account}:`,
    );
    const parsed = JSON.parse(text || '{}') as Body;
    addUsage(caller.process.usage, operation, body, parsed);
    if (asked || parsed.ConsumedCapacity === undefined) return { ...answer, body: text };
    delete parsed.ConsumedCapacity;
    return { ...answer, body: JSON.stringify(parsed) };
  };
  return { serve, stop: () => agent.destroy() };
}

function send(endpoint: string, agent: Agent, { headers }: AwsRequest, body: string): Promise<AwsResponse> {
  const forwarded = {
    'content-type': headers['content-type'] ?? 'application/x-amz-json-1.0',
    'x-amz-target': headers['x-amz-target'] ?? '',
    authorization: headers.authorization ?? '',
    'x-amz-date': headers['x-amz-date'] ?? '',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const out = httpRequest(endpoint, { method: 'POST', agent, headers: forwarded }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('error', reject);
      response.on('end', () => {
        // The checksum header is left out: it is of the body before capacity was taken out.
        resolve({
          status: response.statusCode ?? 500,
          headers: {
            'content-type': response.headers['content-type'] ?? 'application/x-amz-json-1.0',
            'x-amzn-requestid': String(response.headers['x-amzn-requestid'] ?? ''),
          },
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    out.once('error', reject);
    out.end(body);
  });
}
