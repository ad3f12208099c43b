import type { AgentView, Answer, Connect } from '../types.ts';
import { configurationOf, dialableCountries, queuesOf, statesOf } from './configuration.ts';
import type { Sessions } from './sessions.ts';
import { endpointOf } from './snapshot.ts';

export interface Context {
  connect: Connect;
  sessions: Sessions;
  agent: AgentView;
  /** Where the browser reached the instance, e.g. `localhost:4001`. */
  host: string;
  params: Record<string, unknown>;
}

type Operation = (context: Context) => Answer;

const ok = (value: unknown): Answer => ({ ok: true, value });
const refused = (type: string, message: string): Answer => ({ ok: false, type, message });

/** Seconds until the worker fetches another websocket address; it refuses less than 300. */
const socketLifetimeSeconds = 3600;

/**
 * The operations of AmazonConnectCTIService that read, or that have nothing to do with calls. GetAgentSnapshot is not
 * among them, because it waits; every other name is a command for the instance.
 */
const readers: Record<string, Operation> = {
  GetAgentConfiguration: ({ agent }) => ok({ configuration: configurationOf(agent) }),
  GetAgentPermissions: ({ agent }) => ok({ permissions: agent.permissions }),
  GetAgentStates: ({ agent }) => ok({ states: statesOf(agent) }),
  GetDialableCountryCodes: () => ok({ countryCodes: dialableCountries }),
  GetRoutingProfileQueues: ({ agent }) => ok({ queues: queuesOf(agent) }),
  GetEndpoints: ({ connect, params }) => {
    const queueArns = Array.isArray(params.queueARNs) ? params.queueARNs.filter((arn) => typeof arn === 'string') : [];
    return ok({ endpoints: connect.endpoints(queueArns).map(endpointOf) });
  },
  GetNewAuthToken: ({ sessions, agent }) => {
    const token = sessions.token(agent.username);
    return ok({ newAuthToken: token.accessToken, expirationDateTime: token.expiration / 1000 });
  },
  CreateTransport: ({ sessions, agent, host, params }) => {
    if (params.transportType === 'softphone') return ok({ softphoneTransport: { softphoneMediaConnections: [] } });
    if (params.transportType !== 'web_socket') {
      return refused(
        'InvalidConfigurationException',
        `not emulated: transport ${JSON.stringify(params.transportType)}`,
      );
    }
    const ticket = sessions.token(agent.username).accessToken;
    return ok({
      webSocketTransport: {
        // The library takes nothing but wss; the worker's prelude turns it back into ws on plain http.
        url: `wss://${host}/connect/ws?ticket=${ticket}`,
        transportLifeTimeInSeconds: socketLifetimeSeconds,
        expiry: new Date(Date.now() + socketLifetimeSeconds * 1000).toISOString(),
      },
    });
  },
  // What the browser reports of itself goes nowhere here.
  SendClientLogs: () => ok({}),
  SendSoftphoneCallMetrics: () => ok({}),
  SendSoftphoneCallReport: () => ok({}),
};

/** Whether the operation is something that an agent does to calls or presence, not a reading of the instance. */
export const isAction = (operation: string): boolean => !Object.hasOwn(readers, operation);

/** Carries out one operation for a signed-in agent. */
export function perform(operation: string, context: Context): Answer {
  const reader = Object.hasOwn(readers, operation) ? readers[operation] : undefined;
  if (reader) return reader(context);
  const { authentication: _, ...params } = context.params;
  const answer = context.connect.act(context.agent.username, { operation, params });
  return answer.ok ? ok(answer.value ?? {}) : answer;
}
