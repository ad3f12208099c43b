/// <reference types="amazon-connect-streams" />
/**
 * The only file that loads Streams. It starts the softphone in its hidden frame, turns each update into the model of
 * `phone/`, and carries the agent's wishes to Connect.
 */
import { type Answer, answered, type Callbacks } from './phone/answered.ts';
import { type CallAction, may } from './phone/call-states.ts';
import { agentOf, callOf } from './phone/from-snapshot.ts';
import type { PhoneTrouble, Refusal } from './phone/model.ts';
import { phone, updatePhone } from './phone/phone.ts';
import { readAgent } from './phone/read-streams.ts';

/** An answer takes 0.1 s as a rule and up to 0.5 s with the library's own retries. */
const answerLimitMs = 10_000;
/** Muting is done by the softphone in the frame, which answers at once. */
const muteLimitMs = 3_000;
const startLimitMs = 20_000;

let agent: connect.Agent | undefined;
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
    agent = first;
    first.onRefresh(onUpdate);
    first.onMuteToggle(({ muted }) => {
      updatePhone({ muted });
      onMuteToggled?.();
    });
    first.onSoftphoneError((error) => {
      if (error.getErrorType() === 'microphone_not_shared') trouble('microphone')();
    });
    first.onWebSocketConnectionLost(trouble('connection-lost'));
    first.onWebSocketConnectionGained(() => onUpdate(first));
    onUpdate(first);
  });
}

/**
 * Loads Streams and starts the softphone of `ccpUrl` in `container`. Resolves when the frame has been asked for, not
 * when it answered: that arrives in `phone`.
 */
export async function startTelephone(container: HTMLElement, ccpUrl: string): Promise<void> {
  if (started) return;
  started = true;
  try {
    // @ts-expect-error The package's types are a global script; the module leaves the global `connect` behind.
    await import('amazon-connect-streams');
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
    softphone: { allowFramedSoftphone: true },
    logConfig: { echoLevel: connect.LogLevel.ERROR },
  });
  watch();
  setTimeout(() => {
    if (!phone.value.ready && phone.value.trouble === undefined) trouble('gave-up')();
  }, startLimitMs);
}

/** Tries once more: the frame is loaded anew, which the library allows; starting it twice in one window it does not. */
export function retryTelephone(container: HTMLElement, ccpUrl: string): void {
  updatePhone({ trouble: undefined });
  const frame = frameContainer?.querySelector('iframe');
  if (frame) frame.src = ccpUrl;
  else void startTelephone(container, ccpUrl);
}

async function ask(
  action: Refusal['action'],
  call: (callbacks: Callbacks) => void,
  limitMs = answerLimitMs,
): Promise<Answer['answer']> {
  updatePhone({ asked: action, refusal: undefined });
  const { answer, type } = await answered(call, limitMs);
  updatePhone({ asked: undefined, refusal: answer === 'done' ? undefined : { action, reason: answer, type } });
  return answer;
}

const connectActions: Record<Exclude<CallAction, 'mute'>, (contact: connect.Contact, callbacks: Callbacks) => void> = {
  accept: (contact, callbacks) => contact.accept(callbacks),
  decline: (contact, callbacks) => contact.reject(callbacks),
  end: (contact, callbacks) => contact.getAgentConnection().destroy(callbacks),
  hold: (contact, callbacks) => contact.getInitialConnection().hold(callbacks),
  resume: (contact, callbacks) => contact.getInitialConnection().resume(callbacks),
  clear: (contact, callbacks) => contact.clear(callbacks),
};

/** Told by the frame when the microphone was switched, by whomever. */
let onMuteToggled: (() => void) | undefined;

function toggleMute(): Promise<Answer['answer']> {
  return ask(
    'mute',
    ({ success }) => {
      onMuteToggled = success;
      if (phone.value.muted) agent?.unmute();
      else agent?.mute();
    },
    muteLimitMs,
  );
}

/** Asks for `action` on the call that is shown; what its state does not allow is not asked. */
export async function act(action: CallAction): Promise<Answer['answer']> {
  const { call, asked } = phone.value;
  if (call === undefined || asked !== undefined || !may(call.state, action)) return 'refused';
  if (action === 'mute') return await toggleMute();
  const contact = agent?.getContacts().find((one) => one.getContactId() === call.contactId);
  if (contact === undefined) return 'refused';
  if (action === 'decline') updatePhone({ declined: call.contactId });
  return await ask(action, (callbacks) => connectActions[action](contact, callbacks));
}

/** Chooses a presence by Connect's name; during a call it becomes the next one. */
export async function setPresence(name: string): Promise<Answer['answer']> {
  const state = agent?.getAgentStates().find((one) => one.name === name);
  if (agent === undefined || state === undefined) return 'refused';
  const current = agent;
  return await ask('presence', (callbacks) => current.setState(state, callbacks, { enqueueNextState: true }));
}
