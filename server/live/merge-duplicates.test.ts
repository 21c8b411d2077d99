import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import type { ContactKind } from '../contacts/contact';
import { createLedger } from '../ledger/ledger';
import type { Mark } from '../ledger/ticket-bits';
import type { WaitingContact } from '../contacts/contact';
import { mergeDuplicates } from './merge-duplicates';

const NOON = Date.parse('2026-11-05T12:00:00Z');

function waiting(kind: ContactKind, id: number, ticketId = id): WaitingContact {
  const prefix = kind === 'left_out' ? 'ticket' : kind;
  return {
    contact: {
      contactId: `${prefix}:${id}`,
      kind,
      ticketId,
      occurredAt: NOON + (kind === 'unknown' ? 60_000 : 0),
      source: kind === 'unknown' ? 2 : 1,
      groupId: 351,
    },
    recordIds: [`${kind}-${id}`],
    since: NOON,
  };
}

const TICKET = waiting('ticket', 7);
const UNKNOWN = waiting('unknown', 7);
const REPLY = waiting('reply', 900, 7);

async function sort(
  contacts: readonly WaitingContact[],
  marks: readonly (readonly [WaitingContact, Mark])[] = [],
) {
  const ledger = createLedger(createMemoryKeyValueStore());
  await ledger.load([...contacts, ...marks.map(([each]) => each)].map((each) => each.contact));
  for (const [each, mark] of marks) ledger.raise(each.contact, mark, false);
  return mergeDuplicates(contacts, ledger);
}

it('sends what the ledger does not know', async () => {
  expect(await sort([TICKET, REPLY])).toEqual({ duplicates: [], leftOut: [], toSend: [TICKET, REPLY] });
});

it.each<Mark>(['held', 'settled'])('takes a contact that is %s for a duplicate', async (mark) => {
  const sorted = await sort([TICKET, REPLY], [[TICKET, mark]]);

  expect(sorted).toEqual({ duplicates: [TICKET], leftOut: [], toSend: [REPLY] });
});

it('leaves out what was left out on purpose, also when it is known already', async () => {
  const leftOut = waiting('left_out', 8);

  expect(await sort([leftOut])).toEqual({ duplicates: [], leftOut: [leftOut], toSend: [] });
  expect(await sort([leftOut], [[leftOut, 'settled']])).toMatchObject({ leftOut: [leftOut], toSend: [] });
});

describe('a ticket that was deleted', () => {
  it.each([
    ['first', [TICKET, UNKNOWN]],
    ['last', [UNKNOWN, TICKET]],
  ])(
    'is sent once, with its own time, while its own contact still waits (listed %s)',
    async (_when, contacts) => {
      const { toSend, duplicates } = await sort(contacts);

      expect(toSend).toEqual([{ ...TICKET, recordIds: ['ticket-7', 'unknown-7'] }]);
      expect(duplicates).toEqual([]);
    },
  );

  it('is sent as Unknown beside its own contact once that was sent', async () => {
    const { toSend, duplicates } = await sort([TICKET, UNKNOWN], [[TICKET, 'settled']]);

    expect(toSend).toEqual([UNKNOWN]);
    expect(duplicates).toEqual([TICKET]);
  });

  it('is sent as Unknown when its own contact does not wait', async () => {
    expect((await sort([UNKNOWN])).toSend).toEqual([UNKNOWN]);
  });

  it('is not sent again when it counted as Unknown before', async () => {
    const { toSend, duplicates } = await sort([UNKNOWN], [[UNKNOWN, 'settled']]);

    expect(toSend).toEqual([]);
    expect(duplicates).toEqual([UNKNOWN]);
  });

  it('is not merged into another ticket, nor into its own reply', async () => {
    const other = waiting('ticket', 8);

    expect((await sort([other, REPLY, UNKNOWN])).toSend).toEqual([other, REPLY, UNKNOWN]);
  });
});
