import { offerSound } from './api.ts';
import { words } from './words.ts';

/** The caller's end of a call's real sound. */
export interface SoundLine {
  /** Silent towards the agent, or not. */
  silence(silent: boolean): void;
  close(): void;
}

/**
 * Connects this browser's microphone with the agent's softphone; `hear` gets what the agent says. Throws when the
 * microphone is not allowed or the agent's softphone does not take part.
 */
export async function connectSound(contactId: string, hear: (agent: MediaStream) => void): Promise<SoundLine> {
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => {
    throw new Error(words.noMicrophone);
  });
  const peer = new RTCPeerConnection();
  const close = () => {
    peer.close();
    for (const track of microphone.getTracks()) track.stop();
  };
  try {
    peer.ontrack = ({ streams: [stream] }) => stream && hear(stream);
    for (const track of microphone.getTracks()) peer.addTrack(track, microphone);
    await peer.setLocalDescription();
    await candidates(peer);
    const sdp = await offerSound(contactId, peer.localDescription?.sdp ?? '');
    await peer.setRemoteDescription({ type: 'answer', sdp });
  } catch (error) {
    close();
    throw error;
  }
  return {
    silence(silent) {
      for (const track of microphone.getTracks()) track.enabled = !silent;
    },
    close,
  };
}

/** Both ends are on this machine, so every candidate is there at once and goes along with the description. */
const candidates = (peer: RTCPeerConnection) =>
  new Promise<void>((resolve) => {
    if (peer.iceGatheringState === 'complete') resolve();
    else peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
  });
