import { duration } from '../format.ts';
import { now } from '../now.ts';
import { setPresence } from '../phone/act.ts';
import { phone } from '../phone/phone.ts';
import { words } from '../words.ts';

/** Who I am, how I am, since when. The list holds what may be chosen; what a call overlays stands beside it. */
export function PresenceMenu({ name }: { name: string }) {
  const { agent, asked, trouble } = phone.value;
  if (agent === undefined) {
    return (
      <div class="presence">
        <span class="dot system" />
        <strong>{name}</strong>
        <span class="muted">{trouble === undefined ? words.starting : words.noTelephone}</span>
      </div>
    );
  }
  const { presence, next, states, chosen } = agent;
  const overlaid = presence.type === 'system' || presence.type === 'error';
  const selected = next ?? chosen;
  return (
    <div class="presence">
      <span class={`dot ${presence.type}`} />
      <label>
        <span class="unseen">{words.choosePresence}</span>
        <select
          value={selected}
          disabled={asked === 'presence'}
          onChange={(event) => void setPresence(event.currentTarget.value)}
        >
          {!states.some((state) => state.name === selected) && (
            <option value={selected}>{words.presence(selected)}</option>
          )}
          {states.map((state) => (
            <option key={state.name} value={state.name}>
              {words.presence(state.name)}
            </option>
          ))}
        </select>
      </label>
      <strong>{name}</strong>
      <span class={presence.type === 'error' ? 'danger-text' : 'muted'}>
        {words.presence(presence.name)} <span class="time">{duration(now.value - presence.since)}</span>
        {overlaid && next !== undefined && `, ${words.next(next)}`}
      </span>
    </div>
  );
}
