import spamWithoutChanges from '../../test/payloads/ticket-update-spam-without-changes.json';
import statusOnly from '../../test/payloads/ticket-update-status.json';
import deleted from '../../test_data/support_ticket/onTicketUpdate.json';
import { ALERT_TAG, decideTicketChange } from './counting-rules';
import { parseTicketEvent } from './ticket-event';
import type { TicketEvent } from './ticket-event';
import { SOURCE } from './sources';

function read(payload: unknown): TicketEvent {
  const parsed = parseTicketEvent(payload);
  if (!parsed.ok) {
    throw new Error(parsed.reason);
  }
  return parsed.value;
}

it.each([
  ['was deleted', deleted],
  ['is spam, though the event lists no changes', spamWithoutChanges],
])('U1: a ticket that %s is one contact at the time of the change', (_case, payload) => {
  expect(decideTicketChange(read(payload))).toEqual({
    kind: 'contact',
    contact: {
      contactId: 'unknown:412',
      kind: 'unknown',
      ticketId: 412,
      occurredAt: Date.UTC(2026, 10, 5, 13, 10, 40),
      source: SOURCE.EMAIL,
      groupId: 351,
    },
  });
});

it.each<[string, string, Partial<TicketEvent>]>([
  ['T2', 'outbound', { outboundEmail: true }],
  ['T4', 'migrated', { imported: true }],
])(
  'U1: a deleted ticket to which %s applies stays left out as %s and is remembered',
  (_row, reason, fields) => {
    expect(decideTicketChange({ ...read(deleted), ...fields })).toMatchObject({
      kind: 'left out',
      reason,
      contact: { contactId: 'ticket:412', kind: 'left_out' },
    });
  },
);

it.each<[string, string, Partial<TicketEvent>]>([
  ['T3', 'internal task', { source: SOURCE.INTERNAL_TASK }],
  ['T7', 'alert', { tags: [ALERT_TAG] }],
])('U1: a deleted ticket to which %s applies stays left out as %s', (_row, reason, fields) => {
  const decision = decideTicketChange({ ...read(deleted), ...fields });

  expect(decision).toEqual({ kind: 'left out', reason, contact: null });
});

it.each<[string, Partial<TicketEvent>]>([
  ['another status', {}],
  ['a change of a migrated ticket', { imported: true }],
])('U2: %s is no contact', (_case, fields) => {
  const decision = decideTicketChange({ ...read(statusOnly), ...fields });

  expect(decision).toEqual({ kind: 'left out', reason: 'not a contact', contact: null });
});
