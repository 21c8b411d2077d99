import { ALERT_TAG, decideTicket } from './counting-rules';
import type { TicketEvent } from './ticket-event';
import { SOURCE } from './sources';

const TICKET: TicketEvent = {
  id: 412,
  source: SOURCE.EMAIL,
  groupId: 351,
  createdAt: 1_793_882_713_000,
  updatedAt: 1_793_882_900_000,
  outboundEmail: false,
  imported: false,
  spam: false,
  deleted: false,
  tags: [],
  requesterId: 9,
  turned: [],
};

const RECORD = {
  contactId: 'ticket:412',
  kind: 'ticket',
  ticketId: 412,
  occurredAt: TICKET.createdAt,
  source: SOURCE.EMAIL,
  groupId: 351,
};

it.each<[string, Partial<TicketEvent>]>([
  ['by a customer', {}],
  ['that is spam already, which is judged when it is named (T5)', { spam: true }],
  ['that is deleted already, which is judged when it is named (T5)', { deleted: true }],
])('T1: a ticket %s is a contact', (_case, fields) => {
  expect(decideTicket({ ...TICKET, ...fields })).toEqual({ kind: 'contact', contact: RECORD });
});

it.each<[string, string, Partial<TicketEvent>]>([
  ['T2', 'outbound', { source: SOURCE.OUTBOUND_EMAIL }],
  ['T2', 'outbound', { outboundEmail: true }],
  ['T4', 'migrated', { imported: true }],
])('%s: a ticket is left out as %s and remembered: %j', (_row, reason, fields) => {
  const ticket = { ...TICKET, ...fields };

  const decision = decideTicket(ticket);

  const contact = { ...RECORD, kind: 'left_out', source: ticket.source };
  expect(decision).toEqual({ kind: 'left out', reason, contact });
});

it.each<[string, string, Partial<TicketEvent>]>([
  ['T3', 'internal task', { source: SOURCE.INTERNAL_TASK }],
  ['T7', 'alert', { tags: ['vip', ALERT_TAG] }],
])('%s: a ticket is left out as %s and not remembered', (_row, reason, fields) => {
  expect(decideTicket({ ...TICKET, ...fields })).toEqual({ kind: 'left out', reason, contact: null });
});

it.each<[string, Partial<TicketEvent>]>([
  ['alert', { tags: [ALERT_TAG], imported: true, outboundEmail: true }],
  ['migrated', { imported: true, outboundEmail: true, source: SOURCE.INTERNAL_TASK }],
  ['outbound', { outboundEmail: true, source: SOURCE.INTERNAL_TASK }],
])('when several rows apply, %s comes first', (reason, fields) => {
  expect(decideTicket({ ...TICKET, ...fields })).toMatchObject({ reason });
});
