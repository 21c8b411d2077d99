import { factsOf, factsThatHold, type TicketFacts } from './ticket-facts';
import type { TicketEvent } from './ticket-event';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const TICKET: TicketEvent = {
  id: 412,
  source: 7,
  groupId: 351,
  createdAt: NOON,
  updatedAt: NOON + 60_000,
  outboundEmail: false,
  imported: false,
  spam: false,
  deleted: true,
  tags: ['injixo-connect-alert'],
  requesterId: 90,
  turned: ['deleted'],
};

function facts(changed: Partial<TicketFacts> = {}): TicketFacts {
  return { ...factsOf({ ...TICKET, turned: [], deleted: false }, true), ...changed };
}

it('tells what counting and naming need of a ticket', () => {
  expect(factsOf({ ...TICKET, groupBefore: null }, true)).toEqual({
    ticketId: 412,
    source: 7,
    groupId: 351,
    deleted: true,
    spam: false,
    alert: true,
    createdAt: NOON,
    changedAt: NOON + 60_000,
    requesterId: 90,
    isUpdate: true,
    groupBefore: null,
    turned: ['deleted'],
  });
});

it('names the requester of a chat alone', () => {
  expect(factsOf({ ...TICKET, source: 1 }, false)).toMatchObject({ requesterId: null, isUpdate: false });
});

it.each<[string, Partial<TicketFacts>, Partial<TicketFacts>, 'earlier' | 'later']>([
  ['the newer', { changedAt: NOON }, { changedAt: NOON + 1000 }, 'later'],
  ['the newer, stored before', { changedAt: NOON + 1000 }, { changedAt: NOON }, 'earlier'],
  ['an update of the second of the creation', { isUpdate: true }, { isUpdate: false }, 'earlier'],
  ['an update that follows the other', { groupId: 400 }, { groupId: 500, groupBefore: 400 }, 'later'],
  [
    'an update that was stored before the one it follows',
    { groupId: 500, groupBefore: 400 },
    { groupId: 400, groupBefore: 351 },
    'earlier',
  ],
  ['one that follows from no group', { groupId: 500, groupBefore: null }, { groupId: null }, 'earlier'],
  ['a flag that was turned after', { deleted: true, turned: ['deleted'] }, { groupId: 400 }, 'earlier'],
  [
    'the later of two that follow each other',
    { groupId: 400, groupBefore: 500 },
    { groupId: 500, groupBefore: 400 },
    'later',
  ],
  ['the later of two of which nothing is told', { groupId: 500 }, { groupId: 400 }, 'later'],
  [
    'the later where only a part follows',
    { groupId: 500, groupBefore: 400, deleted: true, turned: ['deleted'] },
    { groupId: 400, deleted: true },
    'later',
  ],
])('of two facts holds %s', (_what, earlier, later, expected) => {
  const both = { earlier: facts(earlier), later: facts(later) };

  expect(factsThatHold([both.earlier, both.later])).toBe(both[expected]);
});

it('finds the last of several updates of one second in whatever order they were stored', () => {
  const updates = [
    facts({ groupId: 400, groupBefore: 351 }),
    facts({ groupId: 500, groupBefore: 400 }),
    facts({ groupId: 600, groupBefore: 500 }),
  ] as const;
  const [a, b, c] = updates;

  for (const stored of [
    [a, b, c],
    [c, a, b],
    [b, c, a],
    [c, b, a],
  ] as const)
    expect(factsThatHold([...stored])).toBe(c);
});
