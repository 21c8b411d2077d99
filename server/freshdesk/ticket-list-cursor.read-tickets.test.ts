import { createRunBudget } from '../platform/run-budget';
import {
  answered,
  createFakeFreshdesk,
  failed,
  type FreshdeskQuestion,
} from '../../test/fakes/freshdesk-get';
import { openSession } from '../../test/fakes/freshdesk-session';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const LIST = '/api/v2/tickets';

function instant(seconds: number): string {
  return new Date(NOON + seconds * 1000).toISOString().replace('.000', '');
}

/** An account whose ticket `n` changed `secondOf(n)` seconds after noon. */
function accountWith(count: number, secondOf: (n: number) => number) {
  const all = [...Array(count).keys()].map((n) => ({
    id: n + 1,
    source: 1,
    created_at: instant(0),
    updated_at: instant(secondOf(n + 1)),
  }));
  return createFakeFreshdesk({
    [LIST]: ({ query }: FreshdeskQuestion) => {
      const since = Date.parse(String(query['updated_since']));
      const changed = all.filter(({ updated_at }) => Date.parse(updated_at) >= since);
      const page = Number(query['page']);
      return answered(changed.slice((page - 1) * 100, page * 100));
    },
  });
}

/** The session of a run, which is what reads tickets from lists. */
function sessionWith(freshdesk: ReturnType<typeof accountWith>) {
  const now = () => NOON;
  return openSession({ freshdesk }, { now, budget: createRunBudget(now) }).session;
}

const wanted = (...ids: number[]) => new Set(ids);

it('is done with one page when that is the last', async () => {
  const freshdesk = accountWith(40, (n) => n);
  const session = sessionWith(freshdesk);

  expect(await session.findListed(NOON, wanted(1, 40))).toBeNull();

  expect(session.hasListed()).toBe(true);
  expect(session.listed.size).toBe(40);
  expect(freshdesk.asked).toHaveLength(1);
});

it('goes on at the last change of a full page, always on page 1', async () => {
  const freshdesk = accountWith(250, (n) => n);
  const session = sessionWith(freshdesk);

  await session.findListed(NOON, wanted(240, 241, 242, 243, 244));

  expect(freshdesk.asked.map(({ query }) => [query['updated_since'], query['page']])).toEqual([
    [instant(0), 1],
    [instant(100), 1],
    [instant(199), 1],
  ]);
  expect(session.listed.size).toBe(250);
});

it('turns the page only while all of it changed in one second', async () => {
  const freshdesk = accountWith(250, (n) => (n <= 220 ? 0 : n));
  const session = sessionWith(freshdesk);

  await session.findListed(NOON, wanted(240, 241, 242, 243, 244));

  expect(freshdesk.asked.map(({ query }) => query['page'])).toEqual([1, 2, 3]);
  expect(session.listed.size).toBe(250);
});

it('stops when only few are left, because asking for them is cheaper than another page', async () => {
  const freshdesk = accountWith(500, (n) => n);
  const session = sessionWith(freshdesk);

  await session.findListed(NOON, wanted(1, 2, 480, 481, 482));

  expect(freshdesk.asked).toHaveLength(1);
});

it('asks for five pages a run at most', async () => {
  const freshdesk = accountWith(2_000, (n) => n);
  const session = sessionWith(freshdesk);
  const late = wanted(1_990, 1_991, 1_992, 1_993);

  expect(await session.findListed(NOON, late)).toBeNull();
  expect(freshdesk.asked).toHaveLength(5);

  expect(await session.findListed(NOON, late)).toBeNull();
  expect(freshdesk.asked).toHaveLength(5);
});

it('gives the problem when a page is not answered, and keeps what was shown', async () => {
  const freshdesk = accountWith(250, (n) => n);
  const session = sessionWith({
    ...freshdesk,
    get: (...given) =>
      freshdesk.asked.length === 0
        ? freshdesk.get(...given)
        : Promise.resolve(failed({ kind: 'unreachable' })),
  });

  expect(await session.findListed(NOON, wanted(1, 240, 241, 242, 243))).toEqual({ kind: 'unreachable' });

  expect(session.listed.size).toBe(100);
});

it('does not go round in circles on a page without a row it can read', async () => {
  const freshdesk = createFakeFreshdesk({
    [LIST]: ({ query }) => answered(query['page'] === 3 ? [] : Array(100).fill(null)),
  });

  await sessionWith(freshdesk).findListed(NOON, wanted(1, 2, 3, 4));

  expect(freshdesk.asked.map(({ query }) => [query['updated_since'], query['page']])).toEqual([
    [instant(0), 1],
    [instant(0), 2],
    [instant(0), 3],
  ]);
});
