/**
 * Answers the page's mute requests, which the softphone manager does where audio runs: muting works while a softphone
 * call is connected, and a call's end leaves the agent unmuted. A request without a value asks how it is. With several
 * frames open only one of them answers.
 * `apply` is told whether the agent is muted.
 */
export function answerMute(connect, apply) {
  let muted = false;

  const tell = (wanted) => {
    muted = wanted;
    apply(muted);
    connect.core.getUpstream().sendUpstream(connect.EventType.BROADCAST, {
      event: connect.AgentEvents.MUTE_TOGGLE,
      data: { muted },
    });
  };
  const isTalking = () =>
    new connect.Agent()
      .getContacts()
      .some((contact) => contact.isSoftphoneCall() && contact.getStatus().type === connect.ContactStateType.CONNECTED);

  connect.core.getEventBus().subscribe(connect.EventType.MUTE, ({ mute }) => {
    connect.ifMaster(connect.MasterTopics.SOFTPHONE, () => {
      if (isTalking()) tell(mute ?? muted);
    });
  });
  connect.contact((contact) => {
    contact.onEnded(() => {
      if (muted) tell(false);
    });
  });
}
