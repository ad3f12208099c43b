/**
 * The softphone frame: the Streams library on the CCP's side. It passes messages between the page that embeds it and the
 * shared worker, which talks to the CTI endpoint. Not signed in means that the worker is never started, so the page gets
 * no ACK and enters its login flow, as with AWS.
 */

import { offerDevices } from './devices.js';
import { reportMicrophone } from './microphone.js';
import { answerMute } from './mute.js';
import { takeSound } from './sound.js';
import { offerSubject } from './subject.js';

const { connect } = globalThis;
const status = document.getElementById('status');

const answer = await fetch('/auth/authorize', { credentials: 'include' });
if (answer.ok) start(await answer.json());
else status.textContent = (await answer.json()).message;

/** @param {{accessToken: string, expiration: number}} token */
function start({ accessToken, expiration }) {
  connect.core.initSharedWorker({
    sharedWorkerUrl: new URL('worker.js', location.href).href,
    endpoint: new URL('/connect/api', location.href).href,
    authorizeEndpoint: new URL('/auth/authorize', location.href).href,
    authToken: accessToken,
    authTokenExpiration: expiration,
    // The rest is never used here, but without it the worker stops with no more than a line in its console.
    refreshToken: accessToken,
    region: 'local',
    agentAppEndpoint: new URL('/agent-app/api', location.href).href,
    taskTemplatesEndpoint: new URL('/task-templates/api', location.href).href,
    authCookieName: 'none',
  });
  const conduit = connect.core.getUpstream();
  // A frame that was reloaded by itself asks the page for its configuration.
  conduit.onDownstream(connect.EventType.CONFIGURE, () => {
    connect.core.hasReceivedCRMConfigure = true;
  });
  connect.core.checkIfConfigureReceived(conduit);
  answerMute(connect, takeSound(connect));
  offerDevices(connect);
  reportMicrophone(connect);
  offerSubject(window.parent);
  connect.agent((agent) => {
    const show = () => {
      status.textContent = `${agent.getConfiguration().name}: ${agent.getState().name}`;
    };
    agent.onRefresh(show);
    show();
  });
}
