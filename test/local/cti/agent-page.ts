import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { closed, listen } from './served.ts';

const streams = createRequire(import.meta.url).resolve('amazon-connect-streams/release/connect-streams.js');

/** The smallest page of an agent: the unmodified library, and a list of what it reports. */
const script = (ccpUrl: string) => `
  const heard = (globalThis.heard = []);
  const note = (what, more) => heard.push({ what, at: Date.now(), ...more });
  connect.core.initCCP(document.getElementById('ccp'), {
    ccpUrl: ${JSON.stringify(ccpUrl)}, loginPopup: false, ccpLoadTimeout: 2000, softphone: { allowFramedSoftphone: true },
  });
  connect.core.onInitialized(() => note('initialized'));
  connect.core.getEventBus().subscribe(connect.EventType.ACK_TIMEOUT, () => note('ack-timeout'));
  connect.core.getEventBus().subscribe(connect.EventType.AUTH_FAIL, () => note('auth-fail'));
  connect.agent((agent) => {
    globalThis.agent = agent;
    note('agent', { name: agent.getConfiguration().name, state: agent.getState().name });
    agent.onStateChange(({ oldState, newState }) => note('state', { from: oldState, to: newState }));
    agent.onWebSocketConnectionLost(() => note('websocket-lost'));
    agent.onWebSocketConnectionGained(() => note('websocket-gained'));
    agent.onMuteToggle(({ muted }) => note('mute', { muted }));
    agent.onSoftphoneError(({ errorType }) => note('softphone-error', { type: errorType }));
  });
  connect.contact((contact) => {
    globalThis.contact = contact;
    note('contact', { inbound: contact.isInbound(), softphone: contact.isSoftphoneCall(), queue: contact.getQueue().name,
      attributes: contact.getAttributes(), customer: contact.getInitialConnection().getEndpoint().phoneNumber });
    contact.onConnecting(() => note('connecting'));
    contact.onConnected(() => note('connected'));
    contact.onACW(() => note('acw'));
    contact.onEnded(() => note('ended'));
    contact.onMissed(() => note('missed'));
    contact.onDestroy(() => note('destroyed'));
  });
  globalThis.asked = (method, ...args) => new Promise((resolve) =>
    method(...args, { success: () => resolve('ok'), failure: (error) => resolve(error) }));
`;

/** A desk page on an origin of its own, which embeds the instance's softphone. */
export async function agentPage(instanceUrl: string, headers: Record<string, string> = {}) {
  const server = createServer(async (req, res) => {
    if (req.url === '/streams.js') return res.end(await readFile(streams));
    if (req.url === '/page.js') return res.end(script(`${instanceUrl}/ccp-v2/`));
    res.writeHead(200, { 'Content-Type': 'text/html', ...headers });
    return res.end(
      '<!doctype html><div id="ccp" style="height:400px"></div><script src="/streams.js"></script><script src="/page.js"></script>',
    );
  });
  const port = await listen(server);
  return { url: `http://localhost:${port}`, close: () => closed(server) };
}
