import { join } from 'node:path';
import type { Connect, ConnectInstance } from '../connect/types.ts';
import type { Clock, RecordStreams } from '../ports.ts';
import type { Cloud } from './cloud.ts';
import { createCustomResponses } from './custom-responses.ts';
import { launchDatabase } from './dynamodb/launch.ts';
import { databaseClient } from './dynamodb/tables.ts';
import { createBus } from './events/bus.ts';
import { createQueues } from './events/queues.ts';
import { createDelivery } from './events/target.ts';
import { createAsyncInvocations } from './functions/asynchronous.ts';
import { createFunctions } from './functions/functions.ts';
import { createLogs, type Logs } from './functions/logs.ts';
import { createPool } from './functions/pool.ts';
import { callerOf } from './gateway/caller.ts';
import { createConnectService } from './gateway/connect.ts';
import { createDynamodbService } from './gateway/dynamodb.ts';
import { createEventsService } from './gateway/events.ts';
import { createLambdaService } from './gateway/lambda.ts';
import { type Service, startGateway } from './gateway/server.ts';
import { type ConnectAsks, loadConnectAsks } from './iam/connect-asks.ts';
import { createRoles } from './iam/roles.ts';
import { defaultSettings } from './issuer/settings.ts';
import { createStreams } from './streams/streams.ts';
import { connectWriter } from './streams/writer.ts';
import type { Assembly } from './template/assembly.ts';
import { createOrigins, type LocalOrigins } from './template/origins.ts';
import { localPlace, type Problems } from './types.ts';

type LocalConnect = Connect & ConnectInstance;

/** What an empty cloud is made of. `connect` is made with the cloud's functions, bus and streams. */
export interface CloudOptions {
  assembly: Assembly;
  origins: LocalOrigins;
  clock: Clock;
  problems: Problems;
  /** Where tables and logs persist; in memory without it. */
  dataFolder?: string;
  connect(around: Pick<Cloud, 'functions' | 'bus' | 'place'> & { streams: RecordStreams }): LocalConnect;
}

export interface RunningCloud extends Cloud {
  connect: LocalConnect;
  logs: Logs;
  /** Where the database itself answers, without the gateway's permissions. */
  databaseEndpoint: string;
}

/**
 * An account without resources: database, gateway, function runtime and event bus are up. What must be ended is handed
 * to `onStop`, so that a start that fails half-way leaves nothing behind.
 */
export async function startCloud(
  { assembly, origins, clock, problems, dataFolder, connect: makeConnect }: CloudOptions,
  onStop: (end: () => void | Promise<void>) => void,
): Promise<RunningCloud> {
  const place = localPlace(assembly);
  const database = await launchDatabase(dataFolder && join(dataFolder, 'dynamodb.sqlite'));
  onStop(() => database.stop());
  const client = databaseClient(database.endpoint);
  onStop(() => client.destroy());

  const roles = createRoles();
  const logs = createLogs(dataFolder && join(dataFolder, 'logs'));
  const custom = createCustomResponses(() => gateway.url);
  const services: Record<string, Service> = {};
  const gateway = await startGateway({
    services,
    caller: (signed) => callerOf(signed, roles, pool),
    customResponse: custom.receive,
    note: problems.add,
    now: clock.now,
  });
  onStop(() => gateway.stop());
  const pool = createPool({ region: place.region, gateway: gateway.url, log: logs.add });
  onStop(() => pool.stop());

  const functions = createFunctions({ pool, clock, place, problems });
  const asynchronous = createAsyncInvocations(functions, clock);
  const queues = createQueues(problems);
  const bus = createBus(createDelivery(functions, asynchronous, queues), clock, place, problems);
  onStop(() => bus.stop());
  const streams = createStreams(clock);
  const keyPolicies: Cloud['keyPolicies'] = new Map();
  const connect = makeConnect({
    functions,
    bus,
    place,
    streams: connectWriter(streams, keyPolicies, roles, place, problems),
  });

  const dynamodb = createDynamodbService(database.endpoint, place, problems);
  onStop(() => dynamodb.stop());
  let asks: Promise<ConnectAsks> | undefined;
  const asksOf = () => {
    asks ??= loadConnectAsks();
    return asks;
  };
  services.dynamodb = dynamodb.serve;
  services.connect = createConnectService(connect, asksOf, place, problems);
  services.events = createEventsService(bus, clock, place, problems);
  services.lambda = createLambdaService(functions, asynchronous, place, problems);

  return {
    ...{ place, assembly, problems, clock, roles, functions, asynchronous, bus, queues, custom, connect, logs },
    ...{ streams, keyPolicies },
    origins: createOrigins(origins),
    database: client,
    databaseEndpoint: database.endpoint,
    tables: new Map(),
    httpApis: new Map(),
    buckets: new Map(),
    edgeFunctions: new Map(),
    headersPolicies: new Map(),
    distributions: [],
    signIn: defaultSettings(),
  };
}
