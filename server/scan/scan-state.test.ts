import { answered, createFakeFreshdesk } from '../../test/fakes/freshdesk-get';
import { createRunWorld, CUT_OVER, RUN_AT } from '../../test/fakes/run-world';
import { openScanRun, type GivenScan } from '../../test/fakes/scan-run';
import { startCursor } from '../freshdesk/ticket-list-cursor';
import { followScope, newScanState, rewindToLastFullScope, seesAllTickets } from './scan-state';

const BASE = {
  ...newScanState(0),
  lastFullScope: { at: 60, live: 50, spam: 30, deleted: 40, deep: 10 },
};
const CURSOR = startCursor('deep', 0, 100, 0);
/** A scan that went on in every list since the key last saw all tickets. */
const FURTHER = {
  ...BASE,
  checkedUntil: 90,
  spamUntil: 80,
  deletedUntil: 81,
  deepUntil: 82,
  live: CURSOR,
  spam: CURSOR,
  deleted: CURSOR,
  deep: CURSOR,
};
const REWOUND = {
  ...FURTHER,
  checkedUntil: 50,
  live: null,
  spam: null,
  deleted: null,
  deep: null,
  spamUntil: 30,
  deletedUntil: 40,
  deepUntil: 10,
};

it('goes back in every list to where it was when the key last saw all tickets', () => {
  expect(rewindToLastFullScope(FURTHER)).toEqual(REWOUND);
});

it('never goes forward, and nowhere a second time', () => {
  const scan = { ...BASE, checkedUntil: 40, spamUntil: 20, deletedUntil: 20, deepUntil: 5 };
  const once = rewindToLastFullScope(scan);

  expect(once).toMatchObject({ checkedUntil: 40, spamUntil: 20, deletedUntil: 20, deepUntil: 5 });
  expect(rewindToLastFullScope(once)).toEqual(once);
});

describe('a scan that follows what is known of the key', () => {
  async function follow(scopeSeenAt: number, times = 1) {
    const run = await openScanRun(createRunWorld(), { freshdesk: { scopeSeenAt }, scan: FURTHER });
    for (let n = 0; n < times; n += 1) followScope(run);
    return run.scan.value;
  }

  it.each([1, 2, 3])(
    'goes back while the key may not see all tickets, however often: %i times',
    async (times) => {
      expect(await follow(0, times)).toEqual(REWOUND);
    },
  );

  it('goes on while nobody looked at the key since', async () => {
    expect(await follow(BASE.lastFullScope.at)).toEqual(FURTHER);
  });

  it.each([1, 2])('remembers how far it is when all tickets were seen anew: %i times', async (times) => {
    expect(await follow(61, times)).toEqual({
      ...FURTHER,
      lastFullScope: { at: 61, live: 90, spam: 80, deleted: 81, deep: 82 },
    });
  });

  it('forgets nothing of an app that never looked at its key', async () => {
    const run = await openScanRun(createRunWorld());

    followScope(run);

    expect(run.scan.value).toEqual(newScanState(CUT_OVER));
  });
});

describe('the question whether lists may be believed', () => {
  async function ask(ticketScope: number, given: GivenScan) {
    const world = createRunWorld();
    world.freshdesk = createFakeFreshdesk({ '/api/v2/agents/me': answered({ ticket_scope: ticketScope }) });
    const run = await openScanRun(world, given);
    return { sees: await seesAllTickets(run), scan: run.scan.value };
  }

  it('lets the scan go back when the answer is no', async () => {
    expect(await ask(2, { scan: FURTHER, freshdesk: { scopeSeenAt: 60 } })).toEqual({
      sees: false,
      scan: REWOUND,
    });
  });

  it('lets it remember how far it is when the answer is yes', async () => {
    const { sees, scan } = await ask(1, { scan: FURTHER, freshdesk: { scopeSeenAt: 60 } });

    expect(sees).toBe(true);
    expect(scan.lastFullScope).toEqual({ at: RUN_AT, live: 90, spam: 80, deleted: 81, deep: 82 });
  });
});
