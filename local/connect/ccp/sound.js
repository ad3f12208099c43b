/**
 * Real sound between the caller's page and this frame, when the caller's page offers it: the softphone manager of the
 * CCP is not in the library, so this is a peer connection of our own. Nothing is asked of the browser before an offer
 * comes, and a microphone that is not allowed changes nothing else. With several frames open only one of them talks.
 */
const topic = 'deskline/sound';

/** The answer is told of each mute. */
export function takeSound(connect) {
  const sockets = connect.core.getWebSocketManager();
  let line;
  let muted = false;

  const hangUp = () => {
    line?.peer.close();
    for (const track of line?.microphone.getTracks() ?? []) track.stop();
    line?.speaker.remove();
    line = undefined;
  };
  /** Holding and muting, in this browser or by the service, stop the sound where it is made: nothing is sent at all. */
  const shape = () => {
    if (!line) return;
    const contact = new connect.Agent().getContacts().find(({ contactId }) => contactId === line.contactId);
    if (!contact || contact.getStatus().type !== connect.ContactStateType.CONNECTED) {
      hangUp();
      return;
    }
    const [own, customer] = [contact.getAgentConnection(), contact.getInitialConnection()];
    const together = [own, customer].every((leg) => leg.getStatus().type === connect.ConnectionStateType.CONNECTED);
    for (const track of line.microphone.getTracks()) track.enabled = together && !muted && !own.isMute();
    line.speaker.muted = !together || Boolean(customer.isMute());
  };
  const take = async ({ exchange, contactId, sdp }) => {
    hangUp();
    const answer = (more) => sockets.sendMessage({ topic, content: { exchange, ...more } });
    try {
      const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
      const peer = new RTCPeerConnection();
      const speaker = document.body.appendChild(new Audio());
      line = { contactId, peer, microphone, speaker };
      shape();
      peer.ontrack = ({ streams: [stream] }) => {
        speaker.srcObject = stream;
        // A browser that wants a click first plays it after the next one.
        speaker.play().catch(() => {});
      };
      for (const track of microphone.getTracks()) peer.addTrack(track, microphone);
      await peer.setRemoteDescription({ type: 'offer', sdp });
      await peer.setLocalDescription();
      await candidates(peer);
      answer({ sdp: peer.localDescription.sdp });
    } catch (error) {
      hangUp();
      answer({ refused: error.name });
    }
  };

  sockets.onMessage(topic, ({ content }) => {
    connect.ifMaster(connect.MasterTopics.SOFTPHONE, () => take(JSON.parse(content)));
  });
  connect.agent((agent) => agent.onRefresh(shape));
  return (isMuted) => {
    muted = isMuted;
    shape();
  };
}

/** Both ends are on this machine, so every candidate is there at once and goes along with the description. */
const candidates = (peer) =>
  new Promise((resolve) => {
    if (peer.iceGatheringState === 'complete') resolve();
    else peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
  });
