/**
 * Called by the desk page through the HTTP API, whose authorizer has verified the access token.
 * Given API Gateway's payload 2.0: any method and path under /api, any body.
 * If it fails, the agent reads 'Something went wrong on our side' beside a page that stays usable.
 * It may take 10 s; an answer usually takes some tens of milliseconds.
 */
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { callsOutOn } from '../shared/adapters/calls-out.ts';
import { directoryOn } from '../shared/adapters/directory.ts';
import { lambdaFunctions } from '../shared/adapters/functions.ts';
import { interactionsOnDynamoDb } from '../shared/adapters/interactions.ts';
import { liveQueuesOfConnect } from '../shared/adapters/live-queues.ts';
import { lookUpOn } from '../shared/adapters/look-up.ts';
import { peopleOn } from '../shared/adapters/people.ts';
import { tableClient } from '../shared/adapters/table.ts';
import { allowedOrganisations, setting } from '../shared/env.ts';
import { answer, type HttpEvent } from '../shared/http.ts';
import { queueTransfers } from '../shared/live-queues.ts';
import { makeLog } from '../shared/log.ts';
import { recent } from '../shared/recent.ts';
import { callingHours } from './calling-hours.ts';
import { routes } from './routes.ts';

const client = tableClient();
const log = makeLog({ function: 'desk-api' });

/** Every open page asks every few seconds, and Connect takes five such questions a second from the whole account. */
const liveQueues = recent(4_000, () =>
  liveQueuesOfConnect(
    setting('instanceArn'),
    queueTransfers().map(({ queue }) => queue),
  ),
);

export async function handler(event: HttpEvent): Promise<APIGatewayProxyStructuredResultV2> {
  const desk = {
    directory: directoryOn(client, setting('directoryTable')),
    lookUp: lookUpOn(client, setting('directoryTable')),
    people: peopleOn(client, setting('directoryTable'), setting('lineRegion')),
    interactions: interactionsOnDynamoDb(client, setting('interactionsTable')),
    functions: lambdaFunctions(),
    callsOut: callsOutOn(client, setting('interactionsTable')),
    clock: { now: () => new Date() },
    newId: randomUUID,
    random: Math.random,
    lineRegion: setting('lineRegion'),
    organisations: allowedOrganisations(),
    callRules: { hours: callingHours(), deskTimeZone: setting('timeZone') },
    callsRecorded: setting('callsRecorded') === 'yes',
    syncAgentsFunction: setting('syncAgentsFunction'),
    queueTransfers: queueTransfers(),
    liveQueues,
    onTrouble: (message: string, fault: unknown) => log.error(message, { fault }),
  };
  const route = { requestId: event.requestContext.requestId, method: event.requestContext.http.method };
  return answer(event, routes(desk), setting('rolesClaim'), (fault) =>
    log.error('request failed', { ...route, fault }),
  );
}
