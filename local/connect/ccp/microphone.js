/**
 * Reports a microphone that is not shared, when the instance says so: the softphone manager does this where audio runs.
 * With several frames open only one of them reports.
 */
export function reportMicrophone(connect) {
  connect.core.getWebSocketManager().onMessage('deskline/microphone', ({ content }) => {
    connect.ifMaster(connect.MasterTopics.SOFTPHONE, () => {
      connect.core.getUpstream().sendUpstream(connect.EventType.BROADCAST, {
        event: connect.AgentEvents.SOFTPHONE_ERROR,
        data: JSON.parse(content),
      });
    });
  });
}
