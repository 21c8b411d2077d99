import { FRESHDESK_HOST, createSandbox, type Sandbox } from '../../sandbox/create-sandbox';
import { formatTable } from '../../sandbox/support/format-table';
import { install, THE_APP } from './design';
import { drawLoad, type Load } from './load';
import { creditsOf } from './watch';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The first hour is excluded: names are read and the scan adapts its interval. */
const WARM_UP_HOURS = 1;
const MEASURED_HOURS = 3;

/** The measured contacts per minute. */
export const SCAN_LOADS = [0, 1, 4, 6, 10, 30, 60, 100] as const;

/** Freshdesk calls per hour without lost events, by purpose. */
export interface ScanCost {
  readonly perMinute: number;
  /** Tickets that changed per hour. */
  readonly updated: number;
  /** Pages of the ticket list read by the scan; those that reach the present are also used for naming. */
  readonly scan: number;
  /** The maximum: 14, and one for each 25 changed tickets. */
  readonly most: number;
  /** Additional pages of the list, read only to name due contacts. */
  readonly naming: number;
  readonly spamAndDeleted: number;
  readonly conversations: number;
  readonly singleTickets: number;
  readonly others: number;
  /** What the account is charged for all of them. */
  readonly credits: number;
}

const KINDS = ['scan', 'naming', 'spamAndDeleted', 'conversations', 'singleTickets', 'others'] as const;
type Kind = (typeof KINDS)[number];
type Counts = Record<Kind | 'credits', number>;

/** The scan reads what is older than this (product: 15 minutes); contacts that wait for their name are newer. */
const SCAN_AGE_MS = 15 * MINUTE_MS;

function kindOfList(query: string, at: number): Kind {
  const asked = new URLSearchParams(query);
  if (asked.has('filter')) return 'spamAndDeleted';
  return at - Date.parse(asked.get('updated_since') ?? '') >= SCAN_AGE_MS ? 'scan' : 'naming';
}

function kindOf(path: string, query: string, at: number): Kind {
  if (path === '/api/v2/tickets') return kindOfList(query, at);
  if (path.endsWith('/conversations')) return 'conversations';
  return path.startsWith('/api/v2/tickets/') ? 'singleTickets' : 'others';
}

/** Tickets that changed at least once in each hour, summed. */
function updatedTickets({ freshdesk }: Sandbox, from: number): number {
  const changed = new Set<string>();
  for (const { id, versions } of freshdesk.helpdesk.tickets.values())
    for (const { at } of versions) if (at >= from) changed.add(`${id} ${Math.floor((at - from) / HOUR_MS)}`);
  return changed.size;
}

function countCalls({ network }: Sandbox, from: number, counts: Counts): void {
  const asked = network.requests().filter(({ host, at }) => host === FRESHDESK_HOST && at >= from);
  for (const request of asked) {
    counts[kindOf(request.path, request.query, request.at)] += 1;
    counts.credits += creditsOf(request);
  }
  network.clearRequests();
}

/** Runs the acts that are due until then. */
async function actUntil(sandbox: Sandbox, acts: DueAct[], until: number): Promise<void> {
  for (let [next] = acts; next !== undefined && next.at <= until; [next] = acts) {
    acts.shift();
    await sandbox.platform.advanceTo(next.at);
    next.act();
  }
  await sandbox.platform.advanceTo(until);
}

interface DueAct {
  readonly at: number;
  readonly act: () => void;
}

async function play(sandbox: Sandbox, load: Load, seed: number): Promise<Readonly<Counts>> {
  const startedAt = sandbox.clock.now();
  const endsAt = startedAt + load.minutes * MINUTE_MS;
  const counts: Counts = {
    scan: 0,
    naming: 0,
    spamAndDeleted: 0,
    conversations: 0,
    singleTickets: 0,
    others: 0,
    credits: 0,
  };
  const drawn = load.perMinute === 0 ? [] : drawLoad(sandbox.freshdesk, load, seed);
  const acts = drawn.map(({ afterMs, act }) => ({ at: startedAt + afterMs, act }));
  for (let at = startedAt + MINUTE_MS; at <= endsAt; at += MINUTE_MS) {
    await actUntil(sandbox, acts, at);
    countCalls(sandbox, startedAt + WARM_UP_HOURS * HOUR_MS, counts);
  }
  return counts;
}

/** Plays one load for some hours and counts the app's Freshdesk calls. */
export async function measureScanCost(perMinute: number, seed: number): Promise<ScanCost> {
  const sandbox = await createSandbox({ packageDir: THE_APP.packageDir, seed });
  try {
    await install(THE_APP, sandbox);
    const from = sandbox.clock.now() + WARM_UP_HOURS * HOUR_MS;
    const load = { perMinute, minutes: 60 * (WARM_UP_HOURS + MEASURED_HOURS) };
    const counts = await play(sandbox, load, seed);
    const hourly = (count: number): number => count / MEASURED_HOURS;
    const updated = hourly(updatedTickets(sandbox, from));
    const costs = Object.fromEntries(KINDS.map((kind) => [kind, hourly(counts[kind])])) as Record<
      Kind,
      number
    >;
    return { perMinute, updated, most: 14 + updated / 25, ...costs, credits: hourly(counts.credits) };
  } finally {
    await sandbox.stop();
  }
}

const ROWS: readonly (readonly [label: string, figure: (cost: ScanCost) => number])[] = [
  ['tickets changed', ({ updated }) => updated],
  ['pages of the ticket list, scan', ({ scan }) => scan],
  ['  at most 14 + changed / 25', ({ most }) => most],
  ['pages of the ticket list, naming alone', ({ naming }) => naming],
  ['pages of spam and deleted', ({ spamAndDeleted }) => spamAndDeleted],
  ['conversations of a ticket', ({ conversations }) => conversations],
  ['single tickets', ({ singleTickets }) => singleTickets],
  ['other calls', ({ others }) => others],
  ['credits of all of them', ({ credits }) => credits],
];

/** The calls per hour without lost events, one column for each load. */
export function formatScanCosts(costs: readonly ScanCost[]): string {
  return formatTable(
    [
      { head: 'contacts a minute', align: 'left' },
      ...costs.map(({ perMinute }) => ({ head: String(perMinute), align: 'right' as const })),
    ],
    ROWS.map(([label, figure]) => [
      label,
      ...costs.map((cost) => figure(cost).toFixed(1).replace(/\.0$/, '')),
    ]),
  );
}
