import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { createRunWorld, CUT_OVER, openRun, RUN_AT } from '../../test/fakes/run-context';
import { beginScan, continueScan } from './scan';

const NOTHING_WAITS = { contactIds: new Set<string>(), complete: true };

function textOf(at: number): string {
  return new Date(at).toISOString();
}

/** A ticket of long ago whose customer has replied an hour ago. */
const ROW = {
  id: 7,
  source: 1,
  group_id: 351,
  requester_id: 5,
  created_at: textOf(CUT_OVER - 86_400_000),
  updated_at: textOf(RUN_AT - 3_600_000),
  stats: { requester_responded_at: textOf(RUN_AT - 3_600_000) },
};

it('asks for no page again in a run that comes no further on it', async () => {
  const world = createRunWorld();
  world.freshdesk = createFakeFreshdesk({
    '/api/v2/agents/me': answered({ ticket_scope: 1 }),
    '/api/v2/tickets': answered([ROW]),
    '/api/v2/tickets/7/conversations': failed({ kind: 'unreachable' }),
  });
  const run = await openRun(world);

  await continueScan(run, await beginScan(run), NOTHING_WAITS);

  expect(world.freshdesk.paths()).toEqual([
    '/api/v2/agents/me',
    '/api/v2/tickets',
    '/api/v2/tickets/7/conversations',
  ]);
  expect(run.state).toMatchObject({ checkedUntil: CUT_OVER, scan: { live: { isRead: false } } });
});
