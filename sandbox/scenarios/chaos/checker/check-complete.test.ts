import type { ChaosWorld, UnnoticedNarrowing } from '../world';
import { wasUnseen } from './check-complete';

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
