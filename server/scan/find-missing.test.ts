import { createFakeFreshdesk, answered, failed } from '../../test/fakes/freshdesk-get';
import { createRunWorld, CUT_OVER, RUN_AT } from '../../test/fakes/run-world';
import { openScanRun } from '../../test/fakes/scan-run';
import type { Ticket } from '../contacts/contact';
import type { FreshdeskAnswer } from '../freshdesk/client';
import { findMissing } from './find-missing';
import { startCursor } from '../freshdesk/ticket-list-cursor';

const HOUR = 3_600_000;
const CURSOR = startCursor('live', RUN_AT - 2 * HOUR, RUN_AT - HOUR, RUN_AT - 2 * HOUR);
const ALLOWANCE = { keys: 6, ticketsToAsk: 60, found: 450, dayCount: null };

/** An old ticket whose customer has replied in the cursor's span. */
const TICKET: Ticket = {
  id: 7,
  source: 1,
  groupId: 351,
  createdAt: CUT_OVER,
  updatedAt: CURSOR.until,
  requesterRespondedAt: CURSOR.from + 9_000,
  requesterId: 5,
  tags: [],
  spam: false,
  deleted: false,
};

function reply(id: number, secondsIn: number) {
  const at = new Date(CURSOR.from + secondsIn * 1000).toISOString();
  const shown = { incoming: true, private: false, source: 0, support_email: 'help@acme.example' };
  return { id, ticket_id: 7, user_id: 5, to_emails: ['help@acme.example'], created_at: at, ...shown };
}

async function collect(
  conversations: FreshdeskAnswer<unknown>,
  allowance = ALLOWANCE,
  cursor = CURSOR,
  changed: Partial<Ticket> = {},
) {
  const world = createRunWorld();
  world.freshdesk = createFakeFreshdesk({ '/api/v2/tickets/7/conversations': conversations });
  const run = await openScanRun(world);
  const findings = await findMissing(run, cursor, [{ ...TICKET, ...changed }], allowance);
  const found = findings.found.map(({ contact }) => contact.contactId);
  return { ...findings, found, failure: run.freshdesk.value.failure?.code ?? null };
}

it.each([
  ['cannot be reached', failed({ kind: 'unreachable' }), 'freshdesk_unreachable'],
  ['refuses the key', failed({ kind: 'key refused' }), 'freshdesk_key'],
  ['has no calls left for this run', failed({ kind: 'not asked' }), null],
])('stays before a ticket for whose replies Freshdesk %s, and says why', async (_what, answer, failure) => {
  expect(await collect(answer)).toMatchObject({ complete: false, cursor: { after: null }, failure });
});

it('goes past a deleted ticket whose conversations the API hides', async () => {
  const { complete, failure } = await collect(failed({ kind: 'not found' }), ALLOWANCE, CURSOR, {
    deleted: true,
  });

  expect({ complete, failure }).toEqual({ complete: true, failure: null });
});

it('collects as many replies of a ticket as there is room for, and goes on with the others', async () => {
  const conversations = answered([reply(31, 1), reply(32, 2), reply(33, 3)]);
  const allowance = { ...ALLOWANCE, found: 2 };

  const first = await collect(conversations, allowance);
  const second = await collect(conversations, allowance, first.cursor);
  const third = await collect(conversations, allowance, second.cursor);

  expect(first).toMatchObject({ found: ['ticket:7', 'reply:31'], complete: false });
  expect(second).toMatchObject({ found: ['ticket:7', 'reply:32'], complete: false });
  expect(third).toMatchObject({ found: ['ticket:7', 'reply:33'], complete: true, cursor: { begun: null } });
});

it.each([
  ['dated before the scan by whoever recorded it', CUT_OVER],
  ['created while the scan looks', CURSOR.from + 1000],
])('stays before a ticket that it cannot look up in the ledger: %s', async (_what, createdAt) => {
  const run = await openScanRun(createRunWorld());
  const ticket = { ...TICKET, createdAt, requesterRespondedAt: null };

  const without = await findMissing(run, CURSOR, [ticket], { ...ALLOWANCE, keys: 0 });
  const withKey = await findMissing(run, without.cursor, [ticket], ALLOWANCE);

  expect(without).toMatchObject({ found: [], complete: false, cursor: { after: null } });
  expect(withKey).toMatchObject({ found: [{ contact: { contactId: 'ticket:7' } }], complete: true });
});
