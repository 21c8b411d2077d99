import { fc } from '../../test/property';
import { compare } from './compare';
import type { CountedReceipt } from './comparison';
import { MINUTE, createCountedWorld } from './oracle-fixture';
import { isUnknownQueue } from './queue-of';
import type { TrueContact } from './true-contact';

type World = ReturnType<typeof createCountedWorld>;

/** Possible changes to ticket 1, 2, 3, ... of a world. */
const CHANGES: readonly ((world: World, ticketId: number) => unknown)[] = [
  ({ actions, sales }) => actions.createTicket({ groupId: sales }),
  ({ actions }) => actions.createTicket({ source: 7 }),
  ({ actions }) => actions.createTicket({ spam: true }),
  ({ actions }, id) => actions.customerReply(id, { channel: 'email' }),
  ({ actions }, id) => actions.customerReply(id, { channel: 'portal' }),
  ({ actions }, id) => actions.agentReply(id),
  ({ actions, care }, id) => actions.routeTicket(id, care),
  ({ actions }, id) => actions.trash(id),
  ({ actions }, id) => actions.restore(id),
  ({ actions }, id) => actions.markSpam(id),
  ({ actions }, id) => actions.merge(1, [id]),
];

const play = (steps: readonly (readonly [number, number, number])[]): readonly TrueContact[] => {
  const world = createCountedWorld();
  let tickets = 1;
  world.actions.createTicket();
  steps.forEach(([change, ticketId, waitMs]) => {
    world.wait(waitMs);
    CHANGES[change]?.(world, (ticketId % tickets) + 1);
    tickets += change < 3 ? 1 : 0;
  });
  world.wait(60 * MINUTE);
  return world.contacts();
};

const isDue = (contact: TrueContact, all: readonly TrueContact[]): boolean => {
  const other = all.find(({ contactId }) => contactId === contact.orElse);
  const isSaidByOther = contact.kind === 'unknown' && isUnknownQueue(other?.queueIdentifiers[0] ?? '');
  return !contact.isOptional && !isSaidByOther;
};

/** The receipts of a perfect app. */
const perfectReceipts = (all: readonly TrueContact[]): readonly CountedReceipt[] =>
  all
    .filter((contact) => isDue(contact, all))
    .map(({ queueIdentifiers, queueName, timestamp }) => ({
      queueIdentifier: queueIdentifiers[0] ?? '',
      queueName,
      timestamp: new Date(timestamp * 1000).toISOString(),
      offered: true,
      handled: !isUnknownQueue(queueIdentifiers[0] ?? ''),
    }));

/** Within one second, a receipt may match another contact of its queue: receipts have no ids. */
const MIN_GAP_MS = 1_000;

const history = fc.array(
  fc.tuple(
    fc.nat({ max: CHANGES.length - 1 }),
    fc.nat({ max: 20 }),
    fc.integer({ min: MIN_GAP_MS, max: 20 * MINUTE }),
  ),
  { maxLength: 40 },
);

describe('compare, whatever happened', () => {
  it('finds nothing wrong with what is right, one too many when something comes again', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, pick) => {
        const contacts = play(steps);
        const receipts = perfectReceipts(contacts);
        const again = receipts.slice(pick % receipts.length).slice(0, 1);

        expect(compare(contacts, receipts)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
        expect(compare(contacts, [...receipts, ...again])).toMatchObject({ lost: 0, doubled: 1 });
      }),
      { numRuns: 60 },
    );
  });

  it('misses what is not there', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, pick) => {
        const contacts = play(steps);
        const sure = perfectReceipts(contacts.filter(({ orElse }) => orElse === undefined));
        const dropped = sure[pick % sure.length];
        const left = [...perfectReceipts(contacts)];
        const index = left.findIndex((receipt) => JSON.stringify(receipt) === JSON.stringify(dropped));
        const rest = left.filter((_, other) => other !== index);

        expect(compare(contacts, rest).lost).toBe(index === -1 ? 0 : 1);
      }),
      { numRuns: 60 },
    );
  });
});
