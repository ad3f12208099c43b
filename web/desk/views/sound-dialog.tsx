import { useSignal } from '@preact/signals';
import {
  chooseDevice,
  chosenDevice,
  chosenLabels,
  type Device,
  type DeviceKind,
  deviceKinds,
  readDevices,
} from '../phone/devices.ts';
import { tryRing } from '../ring-tone.ts';
import { browserChecks, lookAtBrowser, tries } from '../self-check.ts';
import { setSound, sound, type Volume, volumes } from '../sound.ts';
import { words } from '../words.ts';

const text = words.place.sound;
export const soundId = 'sound-dialog';

function Devices({ kind, devices }: { kind: DeviceKind; devices: Device[] }) {
  const ofKind = devices.filter(({ input, id }) => input === (kind === 'microphone') && id !== '' && id !== 'default');
  return (
    <label class="field">
      {text[kind]}
      <select
        value={chosenDevice(kind, devices)?.id ?? 'default'}
        onChange={({ currentTarget }) => chooseDevice(kind, ofKind[currentTarget.selectedIndex - 1])}
      >
        <option value="default">{text.byDefault}</option>
        {ofKind.map(({ id, label }, at) => (
          <option key={id} value={id}>
            {label === '' ? text.unnamed(at + 1) : label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Microphone, loudspeaker and ringer of the softphone; ring tone and notification of this page. */
export function SoundDialog() {
  const devices = useSignal<Device[] | undefined>(undefined);
  const { volume, notify } = sound.value;
  const denied = browserChecks.value.notification === 'bad';
  const read = async () => {
    void lookAtBrowser();
    devices.value = (await readDevices()) ?? [];
  };
  const wantNotes = async (wanted: boolean) => {
    if (wanted) await tries.notification();
    setSound({ notify: wanted });
  };
  return (
    <dialog id={soundId} aria-labelledby="sound-heading" onToggle={read}>
      <h2 id="sound-heading">{text.heading}</h2>
      {devices.value?.length === 0 && <p class="muted">{text.none}</p>}
      {devices.value !== undefined &&
        devices.value.length > 0 &&
        deviceKinds.map((kind) => <Devices key={kind} kind={kind} devices={devices.value ?? []} />)}
      <div class="row">
        <label class="field">
          {text.volume}
          <select value={volume} onChange={({ currentTarget }) => setSound({ volume: currentTarget.value as Volume })}>
            {(Object.keys(volumes) as Volume[]).map((one) => (
              <option key={one} value={one}>
                {text[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => tryRing(volumes[volume], chosenLabels().ringer)}>
          {text.tryIt}
        </button>
      </div>
      <p>
        <label>
          <input
            type="checkbox"
            checked={notify && browserChecks.value.notification === 'good'}
            onChange={({ currentTarget }) => void wantNotes(currentTarget.checked)}
          />{' '}
          {text.notify}
        </label>
      </p>
      {denied && <p class="muted">{text.notifyDenied}</p>}
      <form method="dialog">
        <button type="submit" class="primary">
          {text.close}
        </button>
      </form>
    </dialog>
  );
}
