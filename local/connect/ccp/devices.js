/**
 * The softphone's devices: the frame lists them for the page, which may not see the frame's labels itself, and tells when
 * another one is used. Without sound there is nothing to switch, so a device that exists is simply taken.
 */
export function offerDevices(connect) {
  // Answers the page's request for the list; AWS's own frame calls it too.
  connect.core.initPageOptions({});
  const { ConfigurationEvents: events } = connect;
  const bus = connect.core.getEventBus();
  for (const [wish, done] of [
    [events.SET_MICROPHONE_DEVICE, events.MICROPHONE_DEVICE_CHANGED],
    [events.SET_SPEAKER_DEVICE, events.SPEAKER_DEVICE_CHANGED],
    [events.SET_RINGER_DEVICE, events.RINGER_DEVICE_CHANGED],
  ]) {
    bus.subscribe(wish, ({ deviceId }) => {
      if (!deviceId) return;
      connect.core.getUpstream().sendUpstream(connect.EventType.BROADCAST, { event: done, data: { deviceId } });
    });
  }
}
