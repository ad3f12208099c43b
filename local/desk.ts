import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { notingFaults } from './cloud/call-faults.ts';
import { isEmpty, putItems, tableNamed } from './cloud/dynamodb/items.ts';
import { allIdle } from './cloud/idle.ts';
import { instantiate } from './cloud/instantiate.ts';
import { createIssuer } from './cloud/issuer/issuer.ts';
import { createSignIns } from './cloud/issuer/sign-ins.ts';
import { readOwnClient, readOwnIssuer } from './cloud/own-issuer.ts';
import { httpListener, openPort } from './cloud/site/server.ts';
import { startCloud } from './cloud/start.ts';
import { readAssembly } from './cloud/template/assembly.ts';
import { createProblems } from './cloud/types.ts';
import { createClock } from './connect/clock.ts';
import { serveInstance } from './connect/cti/server.ts';
import { createSessions } from './connect/cti/sessions.ts';
import { createConnect } from './connect/index.ts';
import type { Desk, DeskOptions } from './desk-types.ts';

export type { Desk, DeskOptions, SignIn } from './desk-types.ts';

/** Who invokes functions while a person waits: a caller in silence, an agent before an empty page. */
const waitingPrincipals = ['connect.amazonaws.com', 'apigateway.amazonaws.com'];

/**
 * Brings a synthesised template to life on this machine: ports first, since addresses are part of what is resolved, then
 * the account, its resources, the sample data and the schedules. Throws one line when the template cannot be made, and
 * leaves nothing running then.
 */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const ends: (() => void | Promise<void>)[] = [];
  const stop = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  };
  try {
    return await start(options, (end) => ends.push(end), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: DeskOptions,
  onStop: (end: () => void | Promise<void>) => void,
  stop: () => Promise<void>,
): Promise<Desk> {
  const site = await openPort(options.deskPort);
  onStop(site.stop);
  const instancePort = await openPort(options.instancePort);
  onStop(instancePort.stop);
  const deskUrl = `http://localhost:${site.port}`;
  const instanceUrl = `http://localhost:${instancePort.port}`;
  const issuerUrl = `${instanceUrl}/issuer`;

  const problems = createProblems(options.onProblem);
  const clock = createClock({ mode: options.clock, start: options.start });
  const assembly = readAssembly(options.assembly);
  const template = options.template?.(structuredClone(assembly.template)) ?? assembly.template;
  const cloud = await startCloud(
    {
      ...{ assembly, clock, problems, dataFolder: options.dataFolder },
      origins: { site: deskUrl, instance: instanceUrl, issuer: issuerUrl },
      connect: ({ functions, bus, streams, place }) =>
        createConnect({
          clock,
          newId: randomUUID,
          functions,
          bus,
          streams,
          region: place.region,
          account: place.account,
        }),
    },
    onStop,
  );
  const connect = notingFaults(cloud.connect, problems);
  readOwnIssuer(template, cloud.origins, cloud.signIn, deskUrl);

  const sessions = createSessions();
  sessions.onSoftphone(connect.softphone);
  const signIns = createSignIns();
  const issuer = createIssuer({
    ...{ url: issuerUrl, settings: cloud.signIn, signIns, fault: problems.add },
    openSession: sessions.open,
  });
  const outputs = await instantiate(template, cloud);
  await readOwnClient(cloud.buckets.values(), cloud.signIn);

  const [distribution] = cloud.distributions;
  if (distribution) site.serve(httpListener(distribution.handle, problems.add));
  const people = options.callers ?? (() => []);
  const instance = serveInstance({ connect, clock, sessions, people, functions: cloud.functions.faults });
  onStop(instance.close);
  instancePort.serve((request, response) => {
    if (issuer.handle(request, response) || instance.handle(request, response)) return;
    response.writeHead(404, { 'content-type': 'text/plain' }).end('The instance has nothing at this address.');
  });
  instancePort.server.on('upgrade', (request, socket, head) => {
    if (!instance.upgrade(request, socket, head)) socket.destroy();
  });

  const desk: Desk = {
    ...{ deskUrl, instanceUrl, clock, outputs },
    connect,
    functions: cloud.functions,
    faults: instance.control,
    problems: problems.list,
    addSignIn: signIns.add,
    token: issuer.token,
    putItems: (table, items) => putItems(cloud.database, tableNamed(cloud.tables, table), items),
    database: { endpoint: cloud.databaseEndpoint, table: (name) => tableNamed(cloud.tables, name) },
    isEmpty: (table) => isEmpty(cloud.database, tableNamed(cloud.tables, table)),
    putEvent(entry) {
      const time = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
      return cloud.bus.put({ time, resources: [], ...entry });
    },
    onEvent: cloud.bus.onEvent,
    settled: () => allIdle(connect, [cloud.streams, cloud.bus, cloud.asynchronous]),
    async stop() {
      if (options.dataFolder) await closeRecords(desk);
      await stop();
    },
  };
  if (options.warm ?? true) waitingPrincipals.forEach(cloud.functions.warm);
  await options.sample?.(desk);
  await cloud.bus.startSchedules();
  return desk;
}

/** A record that persists must not stay open for ever, so calls end before the desk does; nobody waits long for that. */
async function closeRecords(desk: Desk): Promise<void> {
  for (const call of desk.connect.calls()) if (call.phase !== 'ended') call.hangUp();
  await Promise.race([desk.settled(), setTimeout(3000, undefined, { ref: false })]);
}
