/*
 * The handlers the platform may call, by the names manifest.json gives them. The platform reads this literal table
 * without running it, so every entry is written out. Each handler requires its module only when it is called:
 * an invocation starts from nothing, and an event then loads what it needs instead of the whole app.
 */
exports = {
  onTicketCreateHandler: async function (payload) {
    await require('./lib/handlers/events').onTicketCreate(payload);
  },

  onTicketUpdateHandler: async function (payload) {
    await require('./lib/handlers/events').onTicketUpdate(payload);
  },

  onConversationCreateHandler: async function (payload) {
    await require('./lib/handlers/events').onConversationCreate(payload);
  },

  onGroupCreateHandler: async function (payload) {
    await require('./lib/handlers/group-events').onGroupCreate(payload);
  },

  onGroupUpdateHandler: async function (payload) {
    await require('./lib/handlers/group-events').onGroupUpdate(payload);
  },

  onGroupDeleteHandler: async function (payload) {
    await require('./lib/handlers/group-events').onGroupDelete(payload);
  },

  onAppInstallHandler: async function (payload) {
    await require('./lib/handlers/on-app-install').onAppInstall(payload);
  },

  onAppUninstallHandler: async function (payload) {
    await require('./lib/handlers/on-app-uninstall').onAppUninstall(payload);
  },

  onScheduledEventHandler: async function (payload) {
    await require('./lib/handlers/runs').onScheduledEvent(payload);
  },

  getOverview: async function (payload) {
    await require('./lib/handlers/get-overview').getOverview(payload);
  },

  getVolumes: async function (payload) {
    await require('./lib/handlers/get-volumes').getVolumes(payload);
  },

  getHeld: async function (payload) {
    await require('./lib/handlers/get-held').getHeld(payload);
  },

  sendHeld: async function (payload) {
    await require('./lib/handlers/held-commands').sendHeld(payload);
  },

  discardHeld: async function (payload) {
    await require('./lib/handlers/held-commands').discardHeld(payload);
  },

  restoreHeld: async function (payload) {
    await require('./lib/handlers/held-commands').restoreHeld(payload);
  },

  runNow: async function (payload) {
    await require('./lib/handlers/runs').runNow(payload);
  },

  checkSettings: async function (payload) {
    await require('./lib/handlers/check-settings').checkSettings(payload);
  },

  controlHistory: async function (payload) {
    await require('./lib/handlers/control-history').controlHistory(payload);
  },

  nameGroup: async function (payload) {
    await require('./lib/handlers/name-group').nameGroup(payload);
  },

  learnGroup: async function (payload) {
    await require('./lib/handlers/learn-group').learnGroup(payload);
  },

  getSupportFile: async function (payload) {
    await require('./lib/handlers/get-support-file').getSupportFile(payload);
  },
};
