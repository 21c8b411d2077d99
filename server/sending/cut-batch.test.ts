import { fc } from '../../test/property';
import { LIMITS } from '../values/limits';
import { toContactEvent } from '../contacts/contact-event';
import { cutBatch, keysTouched } from './cut-batch';
import type { NamedContact } from '../naming/named-contact';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const HOUR = 3_600_000;

function ticket(ticketId: number, occurredAt = NOON, name = 'Billing email Tickets'): NamedContact {
  return {
    contactId: `ticket:${ticketId}`,
    ticketId,
    occurredAt,
    queue: { identifier: 'freshdesk:351:1:tickets', name, channel: 'cases' },
    unknown: false,
    recordIds: [],
  };
}

function reply(id: number, occurredAt: number): NamedContact {
  return { ...ticket(1, occurredAt), contactId: `reply:${id}` };
}

function tickets(count: number, name?: string): readonly NamedContact[] {
  return [...Array(count).keys()].map((n) => ticket(n + 1, NOON, name));
}

it('writes a contact as injixo documents it', () => {
  expect(toContactEvent(ticket(7))).toEqual({
    queueName: 'Billing email Tickets',
    queueIdentifier: 'freshdesk:351:1:tickets',
    timestamp: '2026-11-05T12:00:00Z',
    channel: 'cases',
    properties: { offered: true, handled: true },
  });
  expect(toContactEvent({ ...ticket(7), unknown: true }).properties).toEqual({
    offered: true,
    handled: false,
  });
});

it('takes at most 200 contacts', () => {
  expect(cutBatch(tickets(250), 200)).toHaveLength(200);
  expect(cutBatch(tickets(250), 500)).toHaveLength(200);
  expect(cutBatch(tickets(3), 200)).toHaveLength(3);
});

it.each([1, 7, 100])('takes at most %i where no more are allowed', (limit) => {
  expect(cutBatch(tickets(250), limit)).toEqual(tickets(limit));
});

it('makes no batch of nothing', () => {
  expect(cutBatch([], 200)).toEqual([]);
});

it.each([
  ['one byte each', 'x'.repeat(100)],
  ['two bytes each', '\u00fc'.repeat(100)],
  ['three bytes each', '\u540d'.repeat(100)],
  ['four bytes each', '\u{1f46a}'.repeat(50)],
])('keeps the request under 90 KB with names of %s', (_what, name) => {
  const batch = cutBatch(tickets(200, name), 200);

  const meta = { integrationConfigurationId: Number.MAX_SAFE_INTEGER };
  const bytes = Buffer.byteLength(JSON.stringify({ data: batch.map(toContactEvent), meta }));
  expect(bytes).toBeLessThanOrEqual(LIMITS.batchBytes);
  expect(batch.length).toBeGreaterThan(100);
});

it('ends where the bytes do, not where the characters would', () => {
  const wide = cutBatch(tickets(200, '\u540d'.repeat(100)), 200);
  const narrow = cutBatch(tickets(200, 'x'.repeat(100)), 200);

  expect(wide.length).toBeLessThan(narrow.length);
});

it('touches at most six ledger keys', () => {
  const spread = [...Array(9).keys()].map((n) => ticket(n * LIMITS.ticketsPerKey + 1));

  const batch = cutBatch(spread, 200);

  expect(batch).toEqual(spread.slice(0, 6));
  expect(keysTouched(batch)).toEqual({ ledger: 6, counts: 1 });
});

it('counts the hours of replies as ledger keys of their own', () => {
  const mixed = [ticket(1), reply(1, NOON), reply(2, NOON + HOUR), reply(3, NOON + HOUR + 1000)];

  expect(keysTouched(mixed)).toEqual({ ledger: 3, counts: 1 });
});

it('touches at most two keys of counts', () => {
  const spread = [0, 1, 2, 3, 4, 5, 6, 7].map((hours) => ticket(hours + 1, NOON + hours * HOUR));

  expect(cutBatch(spread, 200)).toEqual(spread.slice(0, 6));
});

it('always makes a batch of the first contacts, within every limit', () => {
  const contact = fc
    .record({
      ticketId: fc.integer({ min: 1, max: 500_000 }),
      hours: fc.integer({ min: 0, max: 8 }),
      isReply: fc.boolean(),
      name: fc.constantFrom('x', '\u540d'.repeat(80), 'y'.repeat(100)),
    })
    .map(({ ticketId, hours, isReply, name }) => ({
      ...ticket(ticketId, NOON + hours * HOUR, name),
      contactId: `${isReply ? 'reply' : 'ticket'}:${ticketId}`,
    }));
  fc.assert(
    fc.property(
      fc.array(contact, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 250 }),
      (all, limit) => {
        const batch = cutBatch(all, limit);

        expect(batch.length).toBeGreaterThan(0);
        expect(batch).toEqual(all.slice(0, batch.length));
        expect(batch.length).toBeLessThanOrEqual(limit);
        expect(keysTouched(batch).ledger).toBeLessThanOrEqual(LIMITS.batchLedgerKeys);
        expect(keysTouched(batch).counts).toBeLessThanOrEqual(LIMITS.batchCountKeys);
      },
    ),
  );
});

describe('contacts of the history', () => {
  it('touch no key for replies, which the import lists itself, and none of the counts', () => {
    expect(keysTouched([ticket(1), reply(1, NOON), reply(2, NOON + HOUR)], true)).toEqual({
      ledger: 1,
      counts: 0,
    });
  });

  it('fill a batch however many hours they are spread over', () => {
    const spread = [...Array(20).keys()].map((hours) => reply(hours + 1, NOON - hours * HOUR));

    expect(cutBatch(spread, 200, { past: true })).toEqual(spread);
    expect(cutBatch(spread, 200).length).toBeLessThan(6);
  });
});
