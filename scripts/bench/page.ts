import { createCalendar, dayText } from '../../server/values/calendar';
import { addCounts, type CountedContact } from '../../server/volumes/counts';
import { readQueueRegistry } from '../../server/naming/queue-registry';
import { addToTrend, withPendingTrend } from '../../server/volumes/trend';
import { KEY_OF, KEYS } from '../../server/platform/keys';
import type { KeyValueStore } from '../../server/platform/ports';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox';
import { formatTable } from '../../sandbox/support/format-table';
import { createRandom } from '../../sandbox/support/random';
import { install, THE_APP } from './design';
import { percentile } from './figures';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ROUNDS = 9;

/** The account for the page's figures. */
export const PAGE_ACCOUNT = { queues: 500, days: 35, contactsPerDay: 6_000 } as const;

/** The cost of one call of the page. */
export interface PageCall {
  readonly name: string;
  /** Median, including the sandbox's own work. */
  readonly ms: number;
  readonly keyValueOps: number;
  readonly answerBytes: number;
}

/** The app's own store code, bypassing the limits of the sandbox. */
function storeOf({ platform }: Sandbox): KeyValueStore {
  const values = new Map<string, unknown>(Object.entries(platform.stores().keyValues));
  const refuse = (): Promise<never> => Promise.reject(new Error('Nothing but get and set is needed here'));
  return {
    get: (key) => Promise.resolve(values.get(key)),
    set: (key, value) => {
      values.set(key, value);
      platform.putKeyValue(key, value);
      return Promise.resolve();
    },
    create: refuse,
    setFields: refuse,
    removeFields: refuse,
  };
}

async function putQueues(store: KeyValueStore): Promise<void> {
  const queues = await readQueueRegistry(store);
  for (let place = 0; place < PAGE_ACCOUNT.queues; place += 1) {
    const group = 67_000_000_000 + Math.floor(place / 4);
    const kind = place % 2 === 0 ? 'tickets' : 'replies';
    const source = place % 4 < 2 ? 1 : 2;
    const name = `Customer service ${group % 1000} ${source === 1 ? 'email' : 'portal'} ${kind === 'tickets' ? 'Tickets' : 'Replies'}`;
    queues.register({ identifier: `freshdesk:${group}:${source}:${kind}`, name, channel: 'cases' });
  }
  await queues.save();
}

async function putCounts(store: KeyValueStore, until: number, seed: number): Promise<void> {
  const random = createRandom(seed);
  const calendar = createCalendar(null);
  const draw = (from: number): CountedContact => ({
    queue: Math.floor(random() ** 2 * PAGE_ACCOUNT.queues),
    occurredAt: Math.floor(from + random() * DAY_MS),
  });
  for (let day = 1; day <= PAGE_ACCOUNT.days; day += 1) {
    const from = until - (PAGE_ACCOUNT.days - day + 1) * DAY_MS;
    const contacts = Array.from({ length: PAGE_ACCOUNT.contactsPerDay }, () => draw(from));
    await addCounts(store, { number: day, contacts, isRepaired: day % 7 === 0 }, until);
    const sums = withPendingTrend({}, { contacts, at: until, isRepaired: false }, calendar);
    await addToTrend(store, [{ number: day, sums }], () => true);
    const shown = {
      v: 1,
      lookedAt: until,
      from,
      ...{ tickets: 4_000, unassigned: 40, deletedOrSpam: 90, spam: 60 },
      leftOut: { outbound: 200, agent: 900 },
      queues: null,
    };
    await store.set(KEY_OF.day(dayText(calendar.dayOf(from))), shown);
  }
  const groups = Array.from({ length: PAGE_ACCOUNT.queues / 4 }, (_, index) => [
    67_000_000_000 + index,
    'Renamed',
  ]);
  await store.set(KEYS.names, { v: 1, readAt: until, groups, sources: [] });
}

/** One call as a page makes it: its duration, and the size of its answer. */
async function call({ platform }: Sandbox, name: string, request: object | null): Promise<[number, number]> {
  const startedAt = performance.now();
  const { answer } = await platform.callFunction(name, request === null ? {} : { request });
  const ms = performance.now() - startedAt;
  const isAnswered = answer.ok && (answer.response as { ok: boolean }).ok;
  if (!isAnswered) throw new Error(`${name} did not answer`);
  return [ms, Buffer.byteLength(JSON.stringify(answer.response))];
}

async function measure(
  sandbox: Sandbox,
  name: string,
  request: { readonly view: string } | null,
): Promise<PageCall> {
  const calls: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await sandbox.platform.advance(MINUTE_MS);
    calls.push(await call(sandbox, name, request));
  }
  const [last] = sandbox.platform
    .invocations()
    .filter(({ event }) => event === name)
    .slice(-1);
  return {
    name: request === null ? name : `${name}, ${request.view}`,
    ms: percentile(
      calls.map(([ms]) => ms),
      0.5,
    ),
    keyValueOps: last?.calls.kv ?? 0,
    answerBytes: Math.max(...calls.map(([, bytes]) => bytes)),
  };
}

/** A sandbox with the app, many queues, and counts for the full retention time. */
export async function createPageAccount(seed: number): Promise<Sandbox> {
  const sandbox = await createSandbox({ packageDir: THE_APP.packageDir, seed });
  await install(THE_APP, sandbox);
  // Until injixo has a contact the page shows a checklist.
  sandbox.freshdesk.actions.createTicket({ groupId: sandbox.freshdesk.actions.createGroup('Sales').id });
  await sandbox.platform.advance(10 * MINUTE_MS);
  const store = storeOf(sandbox);
  await putQueues(store);
  await putCounts(store, sandbox.clock.now(), seed);
  return sandbox;
}

/**
 * Calls each function that the page reads from, on an account with many queues and counts for the full retention time.
 */
export async function measurePage(seed: number): Promise<readonly PageCall[]> {
  const sandbox = await createPageAccount(seed);
  try {
    const now = sandbox.clock.now();
    const dayAgo = (days: number): string => new Date(now - days * DAY_MS).toISOString().slice(0, 10);
    const requests = [
      { view: 'queues' },
      { view: 'day', day: dayAgo(2) },
      { view: 'days', from: dayAgo(32), to: dayAgo(1) },
      { view: 'difference', day: dayAgo(2) },
    ];
    const calls = [await measure(sandbox, 'getOverview', null)];
    for (const request of requests) calls.push(await measure(sandbox, 'getVolumes', request));
    return calls;
  } finally {
    await sandbox.stop();
  }
}

/** The cost of the page's calls, one row each. */
export function formatPage(calls: readonly PageCall[]): string {
  return formatTable(
    [
      { head: 'call', align: 'left' },
      { head: 'ms', align: 'right' },
      { head: 'kv calls', align: 'right' },
      { head: 'KB of the answer', align: 'right' },
    ],
    calls.map(({ name, ms, keyValueOps, answerBytes }) => [
      name,
      ms.toFixed(1),
      String(keyValueOps),
      (answerBytes / 1000).toFixed(1),
    ]),
  );
}
