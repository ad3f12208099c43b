/**
 * The frame's end of the SDK's side channel (`@amazon-connect/core` in the page, started by initCCP): a handshake, a
 * health check, and a clear refusal for each command, because none of the newer page functions behind it is emulated.
 */
export function offerSubject(page) {
  const { port1: port, port2 } = new MessageChannel();
  port.onmessage = ({ data: message }) => {
    const reply = replies[message?.type]?.(message);
    if (reply) port.postMessage(reply);
  };
  page.postMessage({ type: 'cross-domain-adapter-init' }, '*', [port2]);
}

const started = new Date();
const connectionId = crypto.randomUUID();
let healthChecks = 0;

/** The library calls a channel unhealthy after three of these without an answer. */
const healthCheckInterval = 10_000;

const replies = {
  'cross-domain-site-ready': () => ({
    type: 'acknowledge',
    connectionId,
    status: { initialized: true, startTime: started },
    healthCheckInterval,
  }),
  healthCheck: () => ({ type: 'healthCheckResponse', time: Date.now(), counter: ++healthChecks }),
  request: ({ namespace, command, requestId }) => ({
    type: 'response',
    namespace,
    requestId,
    isError: true,
    reason: `not emulated: ${command}`,
    details: { command },
    errorKey: 'noHandler',
  }),
};
