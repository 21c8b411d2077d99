/*
 * The naive design, for the bench only: each event looks up its ticket and the group's name in Freshdesk and sends one
 * contact to injixo immediately. It stores nothing and retries nothing.
 */
/* global exports:writable, require */
/* eslint no-unused-vars: "off" -- the platform reads `exports` */
const axios = require('axios');

const SOURCES = { 1: 'email', 2: 'portal', 3: 'phone' };

async function ask(payload, path) {
  const { endpoint_urls: urls } = payload.currentHost;
  const base = urls.freshdesk.startsWith('http') ? urls.freshdesk : `https://${urls.freshdesk}`;
  const auth = { username: payload.iparams.freshdesk_api_key, password: 'X' };
  const { data } = await axios.get(`${base}/api/v2/${path}`, { auth, timeout: 4000 });
  return data;
}

async function send(payload, { ticketId, source, kind, timestamp }) {
  const ticket = await ask(payload, `tickets/${ticketId}`);
  const group = ticket.group_id === null ? null : await ask(payload, `groups/${ticket.group_id}`);
  const channel = source === null ? ticket.source : source;
  const contact = {
    queueName: `${group === null ? 'No group' : group.name} ${SOURCES[channel]} ${kind}`,
    queueIdentifier: `freshdesk:${group === null ? 'none' : group.id}:${channel}:${kind.toLowerCase()}`,
    timestamp,
    channel: 'cases',
    properties: { offered: true, handled: true },
  };
  await axios.post(
    'https://api.injixo.com/external-systems/contact-events',
    { data: [contact] },
    { headers: { Authorization: `Bearer ${payload.iparams.injixo_api_key}` }, timeout: 8000 },
  );
}

exports = {
  onTicketCreateHandler: async function (payload) {
    const { ticket } = payload.data;
    await send(payload, { ticketId: ticket.id, source: null, kind: 'Tickets', timestamp: ticket.created_at });
  },

  onConversationCreateHandler: async function (payload) {
    const { conversation } = payload.data;
    if (!conversation.incoming || conversation.private) return;
    const source = conversation.support_email === null ? null : 1;
    await send(payload, {
      ticketId: conversation.ticket_id,
      source,
      kind: 'Replies',
      timestamp: conversation.created_at,
    });
  },
};
