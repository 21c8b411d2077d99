import { createMemoryKeyValueStore, type MemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createCalendar, parseDay } from '../values/calendar';
import { unpackIds } from '../values/packed-ids';
import { UNKNOWN_QUEUES, type Queue } from '../contacts/queue';
import { addCounts, type CountedContact } from './counts';
import { readQueueRegistry } from '../naming/queue-registry';
import { addToTrend, withPendingTrend } from './trend';
import { isFullyCounted, NOTHING_LACKS, withLackingDays, withLackingSlots } from './lacking';
import { dayView } from './day-view';
import { daysView } from './days-view';
import { differenceView } from './difference-view';
import { readVolumes, type VolumeSource } from './read-volumes';
import { queuesView, renamedTo } from './queues-view';

const MINUTE = 60_000;
const TICKETS: Queue = { identifier: 'freshdesk:7:1:tickets', name: 'Care email Tickets', channel: 'cases' };
const REPLIES: Queue = { identifier: 'freshdesk:7:1:replies', name: 'Care email Replies', channel: 'cases' };
const QUEUES = [TICKETS, REPLIES, UNKNOWN_QUEUES.tickets, UNKNOWN_QUEUES.replies];

interface Counted {
  readonly zone: string;
  /** Moments, by queue. */
  readonly contacts: readonly (readonly [queue: number, at: string])[];
  readonly isRepaired?: boolean;
  readonly queues?: readonly Queue[];
}

async function storeWith({ zone, contacts, isRepaired = false, queues = QUEUES }: Counted, now: number) {
  const store = createMemoryKeyValueStore(() => now);
  const frozen = await readQueueRegistry(store);
  queues.forEach((queue) => frozen.register(queue));
  await frozen.save();
  const counted: readonly CountedContact[] = contacts.map(([queue, at]) => ({
    queue,
    occurredAt: Date.parse(at),
  }));
  await addCounts(store, { number: 1, contacts: counted, isRepaired }, now);
  const calendar = createCalendar(zone);
  const sums = withPendingTrend({}, { contacts: counted, at: now, isRepaired }, calendar);
  await addToTrend(store, [{ number: 1, sums }], () => true);
  await store.set('overview', { v: 1, installedAt: 5, completeUntil: 9, timeZone: zone, history: null });
  return store;
}

async function booksOf(
  counted: Counted,
  now: string,
): Promise<{ books: VolumeSource; store: MemoryKeyValueStore }> {
  const store = await storeWith(counted, Date.parse(now));
  return { store, books: await readVolumes(store, Date.parse(now)) };
}

function day(text: string): number {
  return parseDay(text) ?? 0;
}

describe('a day', () => {
  it.each([
    ['Europe/Berlin', '2026-10-25', 25, ['2026-10-24T22:00:00Z', 0], ['2026-10-25T22:59:59Z', 99]],
    ['Europe/Berlin', '2026-03-29', 23, ['2026-03-28T23:00:00Z', 0], ['2026-03-29T21:59:59Z', 91]],
    ['America/St_Johns', '2026-11-01', 25, ['2026-11-01T02:30:00Z', 0], ['2026-11-02T03:29:59Z', 99]],
    ['Asia/Kolkata', '2026-11-05', 24, ['2026-11-04T18:30:00Z', 0], ['2026-11-05T18:29:59Z', 95]],
    ['Australia/Lord_Howe', '2026-10-04', 23.5, ['2026-10-03T13:30:00Z', 0], ['2026-10-04T12:59:59Z', 93]],
  ] as const)('in %s of the %s has %d hours', async (zone, text, hours, [first, zero], [last, lastSlot]) => {
    const before = new Date(Date.parse(first) - 1000).toISOString();
    const after = new Date(Date.parse(last) + 1000).toISOString();
    const contacts = [before, first, last, last, after].map((at) => [0, at] as const);
    const { books } = await booksOf({ zone, contacts }, after);

    const answer = (await dayView(books, day(text))) as { from?: number; to?: number };

    expect(answer).toMatchObject({
      day: text,
      queues: [
        {
          identifier: TICKETS.identifier,
          slots: [
            [zero, 1],
            [lastSlot, 2],
          ],
        },
      ],
    });
    expect(((answer.to ?? 0) - (answer.from ?? 0)) / (60 * MINUTE)).toBe(hours);
  });

  it('marks what the scan repaired', async () => {
    const counted = { zone: 'Etc/UTC', contacts: [[1, '2026-11-05T10:20:00Z']], isRepaired: true } as const;
    const { books } = await booksOf(counted, '2026-11-05T12:00:00Z');

    expect(await dayView(books, day('2026-11-05'))).toMatchObject({
      queues: [{ identifier: REPLIES.identifier, slots: [[41, 1]] }],
      repaired: [[41, 1]],
    });
    expect(await daysView(books, day('2026-11-04'), day('2026-11-05'))).toMatchObject({
      days: ['2026-11-04', '2026-11-05'],
      queues: [{ counts: [0, 1] }],
      repaired: [0, 1],
    });
  });
});

it('a day of UTC takes one operation with 60 queues', async () => {
  const contacts = [...Array(60).keys()].map((queue) => [queue, '2026-11-04T10:00:00Z'] as const);
  const queues = contacts.map(([place]) => ({ ...TICKETS, identifier: `freshdesk:${place}:1:tickets` }));
  const now = Date.parse('2026-11-05T12:00:00Z');
  const store = await storeWith({ zone: 'Etc/UTC', contacts, queues }, now);
  const before = store.operations().length;

  const answer = await dayView(await readVolumes(store, now, null), day('2026-11-04'), false);

  expect((answer as unknown as { queues: readonly object[] }).queues).toHaveLength(60);
  expect(store.operations().length - before).toBe(1);
});

it('lists the queues with their last 28 days', async () => {
  const contacts = [
    [0, '2026-11-05T10:00:00Z'],
    [0, '2026-11-01T10:00:00Z'],
    [0, '2026-10-09T10:00:00Z'],
    [0, '2026-10-08T10:00:00Z'],
  ] as const;
  const { books } = await booksOf({ zone: 'Etc/UTC', contacts }, '2026-11-05T12:00:00Z');

  const answer = (await queuesView(books)) as unknown as {
    days: readonly string[];
    queues: readonly object[];
  };

  expect([answer.days.length, answer.days[0], answer.days[27]]).toEqual([28, '2026-10-09', '2026-11-05']);
  expect(answer.queues).toHaveLength(QUEUES.length);
  expect(answer.queues[0]).toMatchObject({
    ...TICKETS,
    today: 1,
    days7: 2,
    days28: 3,
    lastAt: Date.parse('2026-11-05T10:00:00Z'),
    renamedTo: null,
  });
  expect(answer.queues[1]).toMatchObject({ today: 0, days28: 0, lastAt: null });
});

describe('the difference of a day', () => {
  const contacts = [
    [0, '2026-11-05T10:00:00Z'],
    [0, '2026-11-05T10:00:00Z'],
    [1, '2026-11-05T10:00:00Z'],
    [2, '2026-11-05T10:00:00Z'],
    [3, '2026-11-04T10:00:00Z'],
  ] as const;

  it('tells kinds of contacts, and what Freshdesk showed', async () => {
    const { books, store } = await booksOf({ zone: 'Etc/UTC', contacts }, '2026-11-06T12:00:00Z');
    const leftOut = { outbound: 2, 'internal task': 1 };
    const figures = { tickets: 9, unassigned: 2, deletedOrSpam: 3, spam: 1 };
    const counted = { '7:1': 4, 'none:3': 1 };
    const record = { v: 1, lookedAt: 77, from: 11, ...figures, leftOut, queues: counted };
    await store.set('day:2026-11-05', record);

    expect(await differenceView(books, day('2026-11-05'))).toEqual({
      ok: true,
      day: '2026-11-05',
      lookedAt: 77,
      countedFrom: 11,
      injixo: { tickets: 2, replies: 1, unknownTickets: 1, unknownReplies: 0 },
      atLeast: false,
      leftOut: [
        { reason: 'outbound', count: 2 },
        { reason: 'internal task', count: 1 },
      ],
      freshdeskTickets: 9,
      deletedOrSpam: 3,
      unassigned: 2,
      spam: 1,
      queues: [
        { identifier: TICKETS.identifier, name: TICKETS.name, injixo: 2, freshdesk: 4 },
        { identifier: 'freshdesk:none:3:tickets', name: null, injixo: 0, freshdesk: 1 },
      ],
    });
  });

  it('says when nobody has looked', async () => {
    const { books } = await booksOf({ zone: 'Etc/UTC', contacts }, '2026-11-06T12:00:00Z');

    expect(await differenceView(books, day('2026-11-04'))).toMatchObject({
      lookedAt: null,
      injixo: { unknownReplies: 1 },
      freshdeskTickets: null,
    });
  });
});

it('takes at most five operations a view with 500 queues, in a zone that the page knows', async () => {
  const queues = Array.from({ length: 500 }, (_each, place) => ({
    identifier: `freshdesk:${67_000_000_000 + place}:1:tickets`,
    name: `Customer service of region ${place} email Tickets`,
    channel: 'cases' as const,
  }));
  const contacts = [0, 499].map((queue) => [queue, '2026-10-25T10:00:00Z'] as const);
  const now = Date.parse('2026-11-05T12:00:00Z');
  const store = await storeWith({ zone: 'Europe/Berlin', contacts, queues }, now);
  const views = [
    queuesView,
    (books: VolumeSource) => dayView(books, day('2026-10-25'), false),
    (books: VolumeSource) => daysView(books, day('2026-10-05'), day('2026-11-05')),
    (books: VolumeSource) => differenceView(books, day('2026-10-25')),
  ];

  for (const view of views) {
    const before = store.operations().length;
    await view(await readVolumes(store, now, 'Europe/Berlin'));

    expect(store.operations().length - before).toBeLessThanOrEqual(5);
  }
});

describe('renamedTo', () => {
  const names = {
    groups: new Map([
      [7, 'Care'],
      [8, 'Returns'],
    ]),
    sources: new Map([[101, 'Kiosk']]),
  };
  const named = (identifier: string, name: string): Queue => ({ identifier, name, channel: 'cases' });

  it.each([
    ['the group has its name', TICKETS, null],
    [
      'the group was renamed',
      named('freshdesk:8:1:replies', 'Refunds email Replies'),
      'Returns email Replies',
    ],
    [
      "the account's own source was renamed",
      named('freshdesk:8:101:tickets', 'Returns Desk Tickets'),
      'Returns Kiosk Tickets',
    ],
    ['its name has the group’s id', named('freshdesk:8:1:tickets', 'Returns #8 email Tickets'), null],
    ['the group is gone', named('freshdesk:9:1:tickets', 'Gone email Tickets'), null],
    ['there is no group', named('freshdesk:none:1:tickets', 'No group email Tickets'), null],
    ['the queue is Unknown', UNKNOWN_QUEUES.tickets, null],
  ])('when %s', (_when, queue, name) => {
    expect(renamedTo(queue, names)).toBe(name);
  });

  it('is nothing as long as no names were read', async () => {
    const queues = [named('freshdesk:8:1:replies', 'Refunds email Replies')];
    const { books } = await booksOf({ zone: 'Etc/UTC', contacts: [], queues }, '2026-11-05T12:00:00Z');

    expect(await queuesView(books)).toMatchObject({ queues: [{ renamedTo: null }] });
  });
});

describe('what is not counted', () => {
  const NOW = Date.parse('2026-11-06T12:00:00Z');
  const at = (text: string): number => Date.parse(text);

  async function lackingBooks() {
    const { store } = await booksOf({ zone: 'Etc/UTC', contacts: [] }, '2026-11-06T12:00:00Z');
    const moments = [at('2026-11-05T10:14:59Z'), at('2026-11-05T10:15:00Z'), at('2026-11-04T10:00:00Z')];
    const slots = withLackingSlots(NOTHING_LACKS, moments, NOW);
    const lacking = withLackingDays(slots, [day('2026-11-05')], day('2026-11-06'));
    await store.set('overview', { v: 1, installedAt: 5, completeUntil: 9, timeZone: 'Etc/UTC', lacking });
    return { lacking, books: await readVolumes(store, NOW) };
  }

  it('is shown as "at least", in its quarter of an hour and on its day', async () => {
    const { books } = await lackingBooks();

    expect(await dayView(books, day('2026-11-05'))).toMatchObject({ atLeast: [40, 41] });
    expect(await dayView(books, day('2026-11-06'))).toMatchObject({ atLeast: [] });
    expect(await daysView(books, day('2026-11-03'), day('2026-11-06'))).toMatchObject({
      atLeast: ['2026-11-05'],
    });
    expect(await queuesView(books)).toMatchObject({ atLeast: ['2026-11-05'] });
    expect(await differenceView(books, day('2026-11-05'))).toMatchObject({ atLeast: true });
    expect(await differenceView(books, day('2026-11-04'))).toMatchObject({ atLeast: false });
  });

  it('says of a moment whether everything beside it is counted', async () => {
    const { lacking } = await lackingBooks();

    expect(isFullyCounted(lacking, at('2026-11-05T10:29:59Z'))).toBe(false);
    expect(isFullyCounted(lacking, at('2026-11-05T10:30:00Z'))).toBe(true);
    expect(isFullyCounted(NOTHING_LACKS, NOW)).toBe(true);
  });

  it('is forgotten once the page shows it no more', async () => {
    const { lacking } = await lackingBooks();
    const later = NOW + 36 * 24 * 60 * MINUTE;

    expect(unpackIds(withLackingSlots(lacking, [later], later).slots)).toHaveLength(1);
    expect(withLackingDays(lacking, [], day('2026-12-12')).days).toEqual([]);
  });
});
