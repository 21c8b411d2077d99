import { createCountedWorld, MINUTE } from '../../../oracle/oracle-fixture';
import type { ToldRecord } from '../../../oracle/live/told';
import { shownQueues } from './shown-queues';

/** A ticket that moves from care to sales after 10 minutes, with a customer's reply after 20. */
function movedTicket() {
  const { actions, helpdesk, care, sales, wait, clock } = createCountedWorld();
  const start = clock.value;
  const { id } = actions.createTicket({ source: 3, groupId: care });
  wait(10 * MINUTE);
  actions.changeGroup(id, sales);
  wait(10 * MINUTE);
  const reply = actions.customerReply(id, { channel: 'email' });
  wait(10 * MINUTE);
  const record = (
    contactId: string,
    kind: string,
    minutes: number,
    changedAt: number | null,
  ): ToldRecord => ({
    ...{ id: contactId, contactId, kind, ticketId: id, changedAt: changedAt && (start + changedAt) / 1000 },
    ...{ writtenAt: start + minutes * MINUTE, removedAt: start + (minutes + 2) * MINUTE },
  });
  const namesOf = (
    contactId: string,
    from: number,
    to: number | null,
    records: readonly ToldRecord[] = [],
  ) => {
    const keyTimes = [{ from: start + from * MINUTE, to: to === null ? Infinity : start + to * MINUTE }];
    return shownQueues(helpdesk, contactId, { keyTimes, records }).map(({ names }) => names[0]);
  };
  return { record, namesOf, ticket: `ticket:${id}`, reply: `reply:${reply?.id ?? 0}` };
}

describe('the queues by what Freshdesk showed in times with a key', () => {
  it('are those of the groups that the ticket had then', () => {
    const { namesOf, ticket, reply } = movedTicket();

    expect(namesOf(ticket, 2, 5)).toEqual(['Care phone Tickets']);
    expect(namesOf(reply, 2, 5)).toEqual(['Care email Replies']);
    expect(namesOf(reply, 5, null)).toEqual(['Care email Replies', 'Sales email Replies']);
    expect(namesOf(reply, -5, -1)).toEqual([]);
  });

  it('are none of what an event corrected before, or of what came after the contact was named', () => {
    const { namesOf, record, ticket, reply } = movedTicket();
    const moved = record('fact:1', 'fact', 11, 10 * MINUTE);

    expect(namesOf(reply, 2, 5, [moved, record(reply, 'reply', 20, null)])).toEqual([]);
    expect(namesOf(reply, 2, 5, [moved, record(reply, 'reply', 5, null)])).toEqual(['Care email Replies']);
    // No event told the reply: a scan found it, nobody knows when it was named.
    expect(namesOf(reply, 2, 5, [moved])).toEqual(['Care email Replies']);
    expect(namesOf(ticket, 2, null, [record(ticket, 'ticket', 0, 0)])).toEqual(['Care phone Tickets']);
  });

  it('are none of a deleted ticket’s own contact', () => {
    const { namesOf } = movedTicket();

    expect(namesOf('unknown:1', 2, 5)).toEqual([]);
  });
});
