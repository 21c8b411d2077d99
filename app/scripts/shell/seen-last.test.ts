import { GOOD_DAY, NOON, RUNNING_IMPORT } from '../../../test/fakes/page-samples';
import { createSeenLast, type FindStorage } from './seen-last';

const DAY_MS = 86_400_000;
const HOST = 'acme.freshdesk.com';
const KEY = `injixo-connect:seen:${HOST}`;

function createStorage() {
  const items = new Map<string, string>();
  const find: FindStorage = () => ({
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  });
  return { items, find };
}

it('recalls the figures that it saw, and when, for a day', () => {
  const { find, items } = createStorage();
  createSeenLast(find, HOST).keep({ ...GOOD_DAY, history: RUNNING_IMPORT }, NOON);
  const { recall } = createSeenLast(find, HOST);

  expect(recall(NOON + DAY_MS - 1)).toMatchObject({
    at: NOON,
    overview: { waiting: 3, today: GOOD_DAY.today, timeZone: 'Europe/Berlin', history: RUNNING_IMPORT },
  });
  expect(recall(NOON + DAY_MS)).toBeNull();
  expect(items.size).toBe(0);
});

it('keeps no ticket id and nothing that it does not know', () => {
  const { find, items } = createStorage();
  const more = { alert: { ticketId: 777_001, openedAt: NOON }, nameOfAPerson: 'Grace' };
  const setAside = [{ ticketId: 777_002, reason: 'refused', since: NOON }];
  const memory = createSeenLast(find, HOST);
  memory.keep({ ...GOOD_DAY, ...more, setAside }, NOON);

  expect([...items.values()].join()).not.toMatch(/77700|Grace/);
  expect(memory.recall(NOON)?.overview.setAside).toHaveLength(1);
});

it('shows no account what another one has', () => {
  const { find } = createStorage();
  createSeenLast(find, HOST).keep(GOOD_DAY, NOON);
  createSeenLast(find, null).keep(GOOD_DAY, NOON);

  expect(createSeenLast(find, 'other.freshdesk.com').recall(NOON)).toBeNull();
  expect(createSeenLast(find, null).recall(NOON)).toBeNull();
});

it('forgets the figures when the app has none: it was installed anew', () => {
  const { find, items } = createStorage();
  const memory = createSeenLast(find, HOST);
  memory.keep(GOOD_DAY, NOON);
  memory.keep(null, NOON);

  expect(items.size).toBe(0);
});

it.each(['', '{', 'null', '7', '{"at":1}', '{"at":"x","overview":{}}', `{"at":${NOON},"overview":{}}`])(
  'removes what cannot be read: %s',
  (text) => {
    const { find, items } = createStorage();
    items.set(KEY, text);

    expect(createSeenLast(find, HOST).recall(NOON)).toBeNull();
    expect(items.size).toBe(0);
  },
);

it('removes what is from the future', () => {
  const { find } = createStorage();
  const memory = createSeenLast(find, HOST);
  memory.keep(GOOD_DAY, NOON + 1);

  expect(memory.recall(NOON)).toBeNull();
});

it('does without a storage that the browser does not give', () => {
  const memory = createSeenLast(() => {
    throw new Error('denied');
  }, HOST);
  memory.keep(GOOD_DAY, NOON);
  memory.keep(null, NOON);

  expect(memory.recall(NOON)).toBeNull();
});
