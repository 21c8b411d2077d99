import type { ChaosWorld, UnnoticedNarrowing } from '../world';
import { isHiddenReply, wasUnseen } from './check-complete';

const NARROWED: UnnoticedNarrowing = { from: 0, liveFrom: 1_000, to: 2_000, groups: [5] };

/** As much of a world as is looked at: ticket 7 of group 4, ticket 8 of group 5, which the key still saw. */
function worldWith(unnoticedNarrowing: readonly UnnoticedNarrowing[]): ChaosWorld {
  const ticketOf = (groupId: number): object => ({ versions: [{ at: 1_500, ticket: { groupId } }] });
  const tickets = new Map([
    [7, ticketOf(4)],
    [8, ticketOf(5)],
  ]);
  return { unnoticedNarrowing, sandbox: { freshdesk: { helpdesk: { tickets } } } } as unknown as ChaosWorld;
}

describe('a contact that is missing before complete until', () => {
  it('is excused when the list omitted its ticket and the app could not ask what its key sees', () => {
    expect(wasUnseen(worldWith([NARROWED]), { ticketId: 7, recordedAt: 1_000 }, 0)).toBe(true);
  });

  it.each([
    ['the app could ask', [], 7, 1_500, 0],
    ['the list was read up to it before', [NARROWED], 7, 999, 0],
    ['the key saw all again', [NARROWED], 7, 2_000, 0],
    ['the daily recheck has passed it', [NARROWED], 7, 1_500, 1_501],
    ['the key saw its ticket', [NARROWED], 8, 1_500, 0],
    ['Freshdesk does not have its ticket', [NARROWED], 9, 1_500, 0],
  ])('is not when %s', (_when, narrowing, ticketId, recordedAt, recheckedUntil) => {
    expect(wasUnseen(worldWith(narrowing), { ticketId, recordedAt }, recheckedUntil)).toBe(false);
  });
});

describe('a reply that is missing before complete until', () => {
  /** Replies 31 and 32 of ticket 7, the second a minute later. */
  const replyOf = (recordedAt: number, ticketId = 7): object => ({
    ...{ id: 30 + recordedAt, isIncoming: true, isRemoved: false, receivedOnTicketId: 7 },
    ...{ ticketId, recordedAt },
  });
  const worldOf = (...replies: readonly object[]): ChaosWorld => {
    const conversations = new Map(replies.map((each) => [(each as { id: number }).id, each]));
    return { sandbox: { freshdesk: { helpdesk: { conversations } } } } as unknown as ChaosWorld;
  };
  const excuseOf = (world: ChaosWorld, recheckedUntil: number, id = 31): boolean =>
    isHiddenReply(world, `reply:${id}`, { ticketId: 7, recordedAt: id - 30 }, recheckedUntil);

  it('is excused while a later one hides it, until the daily recheck has passed it', () => {
    const world = worldOf(replyOf(1), replyOf(2));

    expect(excuseOf(world, 1)).toBe(true);
    expect(excuseOf(world, 2)).toBe(false);
    expect(excuseOf(world, 0, 32)).toBe(false);
  });

  it('is excused when a merge took it off its ticket', () => {
    expect(excuseOf(worldOf(replyOf(1, 8)), 5)).toBe(true);
  });
});
