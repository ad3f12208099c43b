/**
 * The shared worker: the Streams library as it is, with two adjustments around it. On plain http a secure websocket
 * cannot be reached, and the library refuses any other, so the address is turned back here. And the public bundle's
 * model of the CTI API lacks what AWS's own worker knows; unknown members would vanish on the way to the page.
 */
if (self.location.protocol === 'http:') {
  const Socket = self.WebSocket;
  self.WebSocket = class extends Socket {
    constructor(url, protocols) {
      super(String(url).replace(/^wss:/, 'ws:'), protocols);
    }
  };
}

self.importScripts('streams.js');

const model = self.AWS.apiLoader.services.connect['2017-02-15'];
const { operations, shapes } = model;
for (const name of ['AddNewConnection', 'TransferContact']) {
  operations[name] ??= structuredClone(operations.CreateAdditionalConnection);
}
const { configuration } = operations.GetAgentConfiguration.output.members;
Object.assign(shapes[configuration.shape].members, {
  softphonePersistentConnection: { type: 'boolean' },
  voiceEnhancementMode: {},
});
const contact = operations.GetAgentSnapshot.output.members.snapshot.members.contacts.member;
contact.members.agentContactHandlingConfig = { type: 'structure', members: { autoAccept: { type: 'boolean' } } };
contact.members.connections.member.members.capabilities.members.ScreenShare = {};

self.connect.worker.main();
