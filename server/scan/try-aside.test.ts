import {
  answered,
  createFakeFreshdesk,
  failed,
  type FreshdeskQuestion,
} from '../../test/fakes/freshdesk-get';
import { createRunWorld, CUT_OVER, RUN_AT } from '../../test/fakes/run-world';
import { openScanRun } from '../../test/fakes/scan-run';
import type { FreshdeskAnswer } from '../freshdesk/client';
import { NOTHING_ASIDE, type AsideReason } from '../freshdesk/set-aside';
import { startCursor } from '../freshdesk/ticket-list-cursor';
import { tryAsideAgain } from './try-aside';

type Rule = (question: FreshdeskQuestion) => FreshdeskAnswer<unknown>;

const MINUTE = 60_000;
const FROM = RUN_AT - 120 * MINUTE;
const REPLIED_AT = new Date(RUN_AT - 10 * MINUTE).toISOString();
const ALLOWANCE = { keys: 6, ticketsToAsk: 60, found: 450, dayCount: null };
const TICKET = {
  id: 7,
  source: 1,
  group_id: 351,
  requester_id: 5,
  created_at: new Date(CUT_OVER).toISOString(),
  updated_at: REPLIED_AT,
};
const REPLY = {
  ...{ id: 31, ticket_id: 7, user_id: 5, created_at: REPLIED_AT, source: 0 },
  ...{ incoming: true, private: false, support_email: 'help@acme.example', to_emails: ['help@acme.example'] },
};

/** Tries a ticket again that was set aside for a reason, two hours ago; its customer replied ten minutes ago. */
async function tryTicket({
  answers,
  checkedUntil = RUN_AT - 15 * MINUTE,
  reason = 'unreachable',
}: {
  readonly answers: Readonly<Record<string, FreshdeskAnswer<unknown> | Rule>>;
  readonly checkedUntil?: number;
  readonly reason?: AsideReason;
}) {
  const world = createRunWorld();
  world.freshdesk = createFakeFreshdesk({ '/api/v2/agents/me': answered({ ticket_scope: 1 }), ...answers });
  const entry = { ticketId: 7, call: 'replies', reason, since: FROM, triedAt: FROM, from: FROM } as const;
  const run = await openScanRun(world, {
    scan: { checkedUntil },
    freshdesk: { setAside: { ...NOTHING_ASIDE, tickets: [entry] } },
  });
  // The page that the run has read before reaches back a few minutes.
  await run.session.showPage(startCursor('live', RUN_AT, RUN_AT, RUN_AT));
  const { found } = await tryAsideAgain(run, ALLOWANCE);
  const ids = found.map(({ contact }) => contact.contactId);
  return { ids, isAside: run.freshdesk.value.setAside.tickets.length > 0 };
}

it.each([
  ['leaves what the live scan still comes to', RUN_AT - 15 * MINUTE, []],
  ['reads as far as the live scan went while no event could be recorded', RUN_AT - MINUTE, ['reply:31']],
])('%s', async (_what, checkedUntil, ids) => {
  const answers = {
    '/api/v2/tickets/7': answered(TICKET),
    '/api/v2/tickets/7/conversations': answered([REPLY]),
  };

  expect(await tryTicket({ answers, checkedUntil })).toEqual({ ids, isAside: false });
});

const FULL_PAGE = Array.from({ length: 100 }, (_, nth) => ({ ...TICKET, id: 1000 + nth }));

it.each<[string, FreshdeskAnswer<unknown>, AsideReason, boolean]>([
  ['while the list of its own time shows it', answered([TICKET]), 'not found', true],
  ['until the list of its own time was read', failed({ kind: 'unreachable' }), 'not found', true],
  ['after one refusal beside a list without an end', answered(FULL_PAGE), 'unreachable', true],
  ['no longer after two refusals beside a list without an end', answered(FULL_PAGE), 'not found', false],
  ['no longer once the list of its own time lacks it', answered([]), 'unreachable', false],
])('a ticket that answers 404 stays set aside %s', async (_when, list, reason, isAside) => {
  const isOfNow = (since: unknown): boolean => Date.parse(String(since)) >= RUN_AT - MINUTE;
  const listAt: Rule = ({ query }) => (isOfNow(query['updated_since']) ? answered([]) : list);

  expect(await tryTicket({ answers: { '/api/v2/tickets': listAt }, reason })).toEqual({ ids: [], isAside });
});
