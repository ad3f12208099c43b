/// <reference types="amazon-connect-streams" />
/** Microphone, loudspeaker and ringer of the softphone's frame, which alone may list them. */
import { currentAgent } from './asking.ts';

export const deviceKinds = ['microphone', 'speaker', 'ringer'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

export interface Device {
  id: string;
  label: string;
  input: boolean;
}

const limitMs = 3_000;

/** What the frame can use; undefined when it does not answer in time. Labels are empty until the microphone is allowed. */
export async function readDevices(): Promise<Device[] | undefined> {
  try {
    const found = await connect.core.getFrameMediaDevices(limitMs);
    return found
      .filter(({ kind }) => kind !== 'videoinput')
      .map(({ deviceId, label, kind }) => ({ id: deviceId, label, input: kind === 'audioinput' }));
  } catch {
    return undefined;
  }
}

const key = 'deskline.devices';

/** Names of what was chosen on this machine; empty for the browser's own choice. */
export function chosenLabels(): Partial<Record<DeviceKind, string>> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}

/** The device among these that was chosen on this machine: by its name, because the browser may renew ids with each load. */
export function chosenDevice(kind: DeviceKind, devices: readonly Device[]): Device | undefined {
  const label = chosenLabels()[kind];
  return devices.find((one) => one.input === (kind === 'microphone') && one.label !== '' && one.label === label);
}

/** Chooses a device, or with none the browser's own choice, and keeps that on this machine: the frame forgets it. */
export function chooseDevice(kind: DeviceKind, device?: Device): void {
  localStorage.setItem(key, JSON.stringify({ ...chosenLabels(), [kind]: device?.label ?? '' }));
  tellFrame(kind, device?.id ?? 'default');
}

/** Has a frame that has just started use what was chosen. */
export async function restoreDevices(): Promise<void> {
  if (Object.values(chosenLabels()).every((label) => label === '')) return;
  const devices = (await readDevices()) ?? [];
  for (const kind of deviceKinds) {
    const device = chosenDevice(kind, devices);
    if (device) tellFrame(kind, device.id);
  }
}

/** Nothing answers; the frame's own event says that it took effect. */
function tellFrame(kind: DeviceKind, id: string): void {
  const agent = currentAgent();
  if (kind === 'microphone') agent?.setMicrophoneDevice(id);
  else if (kind === 'speaker') agent?.setSpeakerDevice(id);
  else agent?.setRingerDevice(id);
}
