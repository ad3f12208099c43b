import type { ShownAgent } from '../types.ts';
import type { Act } from './use-instance.ts';
import { words } from './words.ts';

/** Trouble for one agent: two that last until they are taken back, three that happen at once. */
export function AgentTrouble({ agent: { username: agent, faults }, act }: { agent: ShownAgent; act: Act }) {
  const on = [
    ...(faults.acceptFails ? [words.acceptFailsOn] : []),
    ...(faults.forbidden ? [words.forbiddenOn] : []),
  ].join(', ');
  const lasting = (action: string, text: string, isOn: boolean) => (
    <button type="button" aria-pressed={isOn} onClick={() => act(action, { agent, on: !isOn })}>
      {text}
    </button>
  );
  const once = (action: string, text: string) => (
    <button type="button" onClick={() => act(action, { agent })}>
      {text}
    </button>
  );
  return (
    <details class="trouble">
      <summary>
        {words.trouble}
        {on && <span class="on">: {on}</span>}
      </summary>
      <div class="buttons">
        {lasting('fail-next-accept', words.failNextAccept, faults.acceptFails)}
        {lasting('forbid', words.forbid, faults.forbidden)}
        {once('break-microphone', words.breakMicrophone)}
        {once('drop-websocket', words.dropWebsocket)}
        {once('expire-session', words.expireSession)}
      </div>
    </details>
  );
}
