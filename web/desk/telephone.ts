/// <reference types="amazon-connect-streams" />
/**
 * The only file that loads Streams. It starts the softphone in its hidden frame and turns each update into the model of
 * `phone/`, which also carries the agent's wishes to Connect.
 */
// @ts-expect-error The build turns the release file into the address at which the page serves it.
import streams from 'amazon-connect-streams/release/connect-streams-min.js';
import { muteToggled } from './phone/act.ts';
import { useAgent } from './phone/asking.ts';
import { restoreDevices } from './phone/devices.ts';
import { agentOf, callOf, goneOf } from './phone/from-snapshot.ts';
import type { PhoneTrouble } from './phone/model.ts';
import { phone, updatePhone } from './phone/phone.ts';
import { readAgent } from './phone/read-streams.ts';

const startLimitMs = 20_000;

let started = false;
let frameContainer: HTMLElement | undefined;

const trouble = (what: PhoneTrouble) => () => updatePhone({ trouble: what, ready: what === 'microphone' });

function onUpdate(fresh: connect.Agent): void {
  const snapshot = readAgent(fresh);
  const before = phone.value;
  const call = callOf(snapshot, before.call);
  updatePhone({
    ready: true,
    agent: agentOf(snapshot, before.agent),
    call,
    gone: goneOf(before, call),
    trouble: before.trouble === 'microphone' ? before.trouble : undefined,
    refusal: before.refusal && call?.state === before.call?.state ? before.refusal : undefined,
  });
}

function watch(): void {
  const { core, EventType } = connect;
  core.getEventBus().subscribe(EventType.ACK_TIMEOUT, trouble('needs-sign-in'));
  core.onAuthFail(trouble('needs-sign-in'));
  core.onAccessDenied(trouble('denied'));
  core.onIframeRetriesExhausted(trouble('gave-up'));
  core.onCTIAuthorizeRetriesExhausted(trouble('gave-up'));
  connect.onWebsocketInitFailure(trouble('no-socket'));
  connect.agent((first) => {
    useAgent(first);
    void restoreDevices();
    first.onRefresh(onUpdate);
    first.onMuteToggle(({ muted }) => muteToggled(muted));
    askWhetherMuted();
    first.onSoftphoneError((error) => {
      // From another frame it arrives as plain data, without the methods that its type promises.
      const { errorType } = error as { errorType?: string };
      if ((errorType ?? error.getErrorType?.()) === 'microphone_not_shared') trouble('microphone')();
    });
    first.onWebSocketConnectionLost(trouble('connection-lost'));
    first.onWebSocketConnectionGained(() => onUpdate(first));
    onUpdate(first);
  });
}

/** A tab that is opened in a call was not told. Muting to no value has the softphone say how it is [its source]. */
function askWhetherMuted(): void {
  const { BROADCAST, MUTE } = connect.EventType;
  const { core } = connect as unknown as {
    core: { getUpstream(): { sendUpstream(event: string, data: object): void } };
  };
  core.getUpstream().sendUpstream(BROADCAST, { event: MUTE, data: {} });
}

/** A classic script in every release, which leaves the global `connect` behind. */
function loadStreams(): Promise<unknown> {
  const script = document.createElement('script');
  script.src = streams;
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
  });
  document.head.append(script);
  return loaded;
}

/**
 * Loads Streams and starts the softphone of `ccpUrl` in `container`. Resolves when the frame has been asked for, not
 * when it answered: that arrives in `phone`.
 */
export async function startTelephone(container: HTMLElement, ccpUrl: string): Promise<void> {
  if (started) return;
  started = true;
  try {
    await loadStreams();
  } catch {
    started = false;
    trouble('not-loaded')();
    return;
  }
  frameContainer = container;
  connect.core.initCCP(container, {
    ccpUrl,
    loginPopup: false,
    iframeTitle: 'Amazon Connect softphone',
    // The page rings itself: once, in the tab that leads, as loud as the agent likes.
    softphone: { allowFramedSoftphone: true, disableRingtone: true },
    logConfig: { echoLevel: connect.LogLevel.ERROR },
  });
  watch();
  expectAnswer();
}

let limit: ReturnType<typeof setTimeout> | undefined;

/** The library tells of a frame that does not answer only at its first loading. */
function expectAnswer(): void {
  clearTimeout(limit);
  limit = setTimeout(() => {
    if (!phone.value.ready && phone.value.trouble === undefined) trouble('gave-up')();
  }, startLimitMs);
}

/** Tries once more: the frame is loaded anew, which the library allows; starting it twice in one window it does not. */
export function retryTelephone(container: HTMLElement, ccpUrl: string): void {
  updatePhone({ trouble: undefined });
  const frame = frameContainer?.querySelector('iframe');
  if (!frame) return void startTelephone(container, ccpUrl);
  frame.src = ccpUrl;
  expectAnswer();
}
