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

/** Tells the frame; nothing answers, the frame's own event says that it took effect. */
export function chooseDevice(kind: DeviceKind, id: string): void {
  const agent = currentAgent();
  if (kind === 'microphone') agent?.setMicrophoneDevice(id);
  else if (kind === 'speaker') agent?.setSpeakerDevice(id);
  else agent?.setRingerDevice(id);
}
