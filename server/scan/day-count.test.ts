import { fc } from '../../test/property';
import { createCalendar } from '../values/calendar';
import type { Ticket } from '../contacts/contact';
import { SOURCE } from '../contacts/sources';
import { LIMITS } from '../values/limits';
import {
  newDayCount,
  readDayCount,
  countConversations,
  countDeletedOrSpam,
  countTicket,
  packDayCount,
  type DayCount,
} from './day-count';

const BERLIN = createCalendar('Europe/Berlin');
const FROM = Date.parse('2026-11-03T23:00:00Z');
const DAY = 86_400_000;
const MINUTE = 60_000;

function ticket(id: number, createdAt: number, fields: Partial<Ticket> = {}): Ticket {
  return {
    id,
    source: SOURCE.EMAIL,
    groupId: null,
    createdAt,
    updatedAt: createdAt,
    requesterRespondedAt: null,
    requesterId: 7,
    tags: [],
    spam: false,
    deleted: false,
    ...fields,
  };
}

function conversation(id: number, createdAt: number, fields: Readonly<Record<string, unknown>> = {}) {
  const base = { id, ticketId: 1, createdAt, incoming: true, private: false, source: 0, userId: 7 };
  return { ...base, ...fields } as Parameters<typeof countConversations>[2][number];
}

function countOf(days = 1): DayCount {
  return newDayCount(FROM, BERLIN.startOf(BERLIN.dayOf(FROM) + days), BERLIN);
}

it("counts the day's tickets, and those that are no contacts by reason", () => {
  const count = countOf();
  countTicket(count, ticket(1, FROM));
  countTicket(count, ticket(2, FROM + DAY - 1000, { source: SOURCE.INTERNAL_TASK }));
  countTicket(count, ticket(3, FROM + MINUTE, { source: SOURCE.OUTBOUND_EMAIL }));
  countTicket(count, ticket(4, FROM + MINUTE, { tags: ['injixo-connect-alert'] }));
  countTicket(count, ticket(5, FROM - 1000));
  countTicket(count, ticket(6, FROM + DAY));
  countDeletedOrSpam(count, ticket(7, FROM, { spam: true }));
  countDeletedOrSpam(count, ticket(1, FROM, { deleted: true }));
  // Counted nowhere, neither before nor after it was deleted.
  countDeletedOrSpam(count, ticket(8, FROM, { deleted: true, source: SOURCE.OUTBOUND_EMAIL }));

  expect(Object.fromEntries(count.days)).toEqual({
    '2026-11-04': {
      tickets: 4,
      unassigned: 0,
      deletedOrSpam: 1,
      spam: 1,
      leftOut: { outbound: 1, 'internal task': 1, alert: 1 },
      queues: { 'none:1': 1 },
    },
  });
});

it('counts contacts by the queue of their present group, and what neither group nor agent has', () => {
  const count = countOf();
  countTicket(count, ticket(1, FROM, { groupId: 7, hasAgent: false }));
  countTicket(count, ticket(2, FROM, { groupId: 7, source: SOURCE.PHONE, hasAgent: true }));
  countTicket(count, ticket(3, FROM, { groupId: 7 }));
  countTicket(count, ticket(4, FROM, { hasAgent: false }));
  countTicket(count, ticket(5, FROM, { hasAgent: true }));
  countTicket(count, ticket(6, FROM, { groupId: 7, source: SOURCE.OUTBOUND_EMAIL }));

  expect(count.days.get('2026-11-04')).toMatchObject({
    tickets: 6,
    unassigned: 1,
    queues: { '7:1': 2, '7:3': 1, 'none:1': 2 },
  });
});

it('gives no queues of a day that has too many to keep, and its other figures all the same', () => {
  const count = countOf();
  for (let id = 1; id <= LIMITS.dayCountQueues + 1; id += 1) {
    countTicket(count, ticket(id, FROM, { groupId: id }));
  }
  countTicket(count, ticket(9999, FROM, { groupId: 1 }));

  const shown = count.days.get('2026-11-04');
  expect([shown?.tickets, shown?.queues]).toEqual([LIMITS.dayCountQueues + 2, null]);
});

it("counts the day's conversations that are no contacts", () => {
  const count = countOf();
  countConversations(
    count,
    ticket(1, FROM),
    [
      conversation(1, FROM + MINUTE),
      conversation(2, FROM + MINUTE, { incoming: false }),
      conversation(3, FROM + MINUTE, { incoming: false, private: true }),
      conversation(4, FROM + MINUTE, { source: 6 }),
      conversation(5, FROM - MINUTE, { incoming: false }),
    ],
    false,
  );
  countConversations(count, ticket(9, FROM, { source: 7 }), [conversation(6, FROM + 1000)], false);

  expect(count.days.get('2026-11-04')?.leftOut).toEqual({
    agent: 1,
    private: 1,
    survey: 1,
    'part of ticket': 1,
  });
});

it('has a day for each that it looks at, also without any ticket', () => {
  expect([...countOf(3).days.keys()]).toEqual(['2026-11-04', '2026-11-05', '2026-11-06']);
});

it('counts each ticket once, in whatever order rows come again and wherever it was stored between', () => {
  const rows = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 30 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 30 }), (ids, cut) => {
      const add = (count: DayCount, id: number): void => {
        const row = ticket(id, FROM + id * MINUTE, id % 4 === 0 ? { source: SOURCE.INTERNAL_TASK } : {});
        countTicket(count, row);
        countConversations(count, row, [conversation(id, FROM + MINUTE, { incoming: false })], false);
      };
      const once = countOf();
      [...new Set(ids)].forEach((id) => add(once, id));
      const first = countOf();
      ids.slice(0, cut).forEach((id) => add(first, id));
      const again = readDayCount(JSON.parse(JSON.stringify(packDayCount(first))), BERLIN);
      if (again === null) throw new Error('A day count is read as it was written');
      ids.forEach((id) => add(again, id));

      expect(packDayCount(again)).toEqual(packDayCount(once));
    }),
  );
});

it('is none where another value is stored', () => {
  expect(readDayCount({ v: 2 }, BERLIN)).toBeNull();
  expect(readDayCount(undefined, BERLIN)).toBeNull();
});
