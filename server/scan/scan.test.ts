import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { createRunWorld, CUT_OVER, RUN_AT } from '../../test/fakes/run-world';
import { openScanRun } from '../../test/fakes/scan-run';
import { startCursor } from '../freshdesk/ticket-list-cursor';
import { LIMITS } from '../values/limits';
import { KEYS } from '../platform/keys';
import { beginScan, continueScan, sendFound } from './scan';

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
  const run = await openScanRun(world);

  await continueScan(run, await beginScan(run), NOTHING_WAITS);

  expect(world.freshdesk.paths()).toEqual([
    '/api/v2/agents/me',
    // No row was expected; there is one, so that the page is listed with stats.
    '/api/v2/tickets',
    '/api/v2/tickets',
    '/api/v2/tickets/7/conversations',
  ]);
  expect(run.scan.value).toMatchObject({ checkedUntil: CUT_OVER, live: { isRead: false } });
});

describe('a key that is seen to see less', () => {
  const HOUR = 3_600_000;
  /** What the scan had checked when the key last saw all tickets, and what it has checked since. */
  const SINCE = {
    checkedUntil: RUN_AT - HOUR,
    lastFullScope: { at: 1, live: RUN_AT - 3 * HOUR, spam: CUT_OVER, deleted: CUT_OVER, deep: CUT_OVER },
  };

  function worldThatSeesAll() {
    const world = createRunWorld();
    world.freshdesk = createFakeFreshdesk({
      '/api/v2/agents/me': answered({ ticket_scope: 1 }),
      '/api/v2/tickets': answered([]),
    });
    return world;
  }

  it('lets the next run go back as well, though it sees all again and the run before was killed', async () => {
    const run = await openScanRun(worldThatSeesAll(), { scan: SINCE, freshdesk: { scopeSeenAt: 0 } });

    const begun = await beginScan(run);

    expect(begun?.cursor.from).toBe(SINCE.lastFullScope.live - LIMITS.listOverlapMs);
    expect(run.scan.value.lastFullScope).toMatchObject({ at: RUN_AT, live: SINCE.lastFullScope.live });
  });

  it('lets the run that saw it go back, though it sees all again at once', async () => {
    const scan = { ...SINCE, spamUntil: RUN_AT - 2 * HOUR, deepUntil: RUN_AT };
    const run = await openScanRun(worldThatSeesAll(), { scan, freshdesk: { scopeSeenAt: RUN_AT - 1 } });
    run.session.noteProblem({ kind: 'scope' });

    await continueScan(run, null, NOTHING_WAITS);

    expect(run.scan.value.checkedUntil).toBe(SINCE.lastFullScope.live);
  });

  it.each([
    ['sees less', answered({ ticket_scope: 2 }), false],
    ['cannot be asked about', failed({ kind: 'unreachable' }), false],
    ['sees all tickets', answered({ ticket_scope: 1 }), true],
  ])('and that now %s ends the daily recheck: %p, %p', async (_what, agent, isEnded) => {
    const world = createRunWorld();
    world.freshdesk = createFakeFreshdesk({ '/api/v2/agents/me': agent, '/api/v2/tickets': answered([]) });
    const deep = { ...startCursor('deep', CUT_OVER, RUN_AT - 8 * HOUR, CUT_OVER), isRead: true };
    const checked = { checkedUntil: RUN_AT, spamUntil: RUN_AT, deletedUntil: RUN_AT, deepUntil: CUT_OVER };
    const run = await openScanRun(world, {
      scan: { ...SINCE, ...checked, deep },
      // An hour has not passed since it was seen to see all.
      freshdesk: { scopeSeenAt: RUN_AT - 60_000 },
    });

    await continueScan(run, null, NOTHING_WAITS);

    expect(run.scan.value.deepUntil > CUT_OVER).toBe(isEnded);
  });
});

describe('what was found before the key was removed', () => {
  const FOUND_AT = RUN_AT - 30 * 60_000;
  const TOLD = {
    ...{ ticketId: 7, source: 1, groupId: null, deleted: false, spam: false, alert: false },
    ...{ createdAt: FOUND_AT, changedAt: FOUND_AT + 60_000, requesterId: null, isUpdate: true, turned: [] },
  };

  async function sendWith(told: { readonly groupId?: number; readonly deleted?: boolean }) {
    const world = createRunWorld();
    world.settings = { ...world.settings, way: 'live' };
    const contacts = [['ticket:7', FOUND_AT / 1000, 7, 1, 0, 0]];
    await world.store.set(KEYS.found, { v: 1, contacts });
    const run = await openScanRun(world, { scan: { found: 1, oldestFound: FOUND_AT } });
    await run.names.learn([{ kind: 'group', id: 351, name: 'Sales', at: FOUND_AT, how: 'event' }]);
    await run.book.hear([{ ...TOLD, ...told }]);

    await sendFound(run);

    expect(run.scan.value.found).toBe(0);
    return world.posted.flat().map(({ queueName }) => queueName);
  }

  it('counts in the group that events told since', async () => {
    expect(await sendWith({ groupId: 351 })).toEqual(['Sales email Tickets']);
  });

  it('counts as Unknown when events told that its ticket was deleted since', async () => {
    expect(await sendWith({ deleted: true })).toEqual(['Unknown group/source Tickets']);
  });

  it('counts without a group where nobody told one', async () => {
    expect(await sendWith({})).toEqual(['No group email Tickets']);
  });
});
