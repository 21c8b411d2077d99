/**
 * The import of the history in figures: a stand-in account with a past is imported in a sandbox, and compared with the
 * truth. Run on its own: `npx tsx scripts/bench/history.ts [tickets]`.
 */
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox';
import { fillHelpdesk } from '../../sandbox/history/fill-helpdesk';
import { compare } from '../../sandbox/truth/compare';
import type { Comparison } from '../../sandbox/truth/comparison';
import { truth } from '../../sandbox/truth/truth';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const INSTALLED_AT = Date.parse('2026-11-02T08:00:00Z');
const PATIENCE_MINUTES = 3_000;

/** The account of the issue: a year, customer replies on 40 %, spam, trash, and 500 tickets changed at once. */
const PAST = { days: 365, massUpdate: 500, longTicket: 500 } as const;

/** What an import came to. */
export interface HistoryFigures {
  readonly tickets: number;
  readonly contacts: number;
  readonly comparison: Comparison;
  readonly minutes: number;
  readonly runs: number;
  readonly longestRunMs: number;
  readonly mostOps: number;
  readonly credits: number;
  readonly calls: { readonly lists: number; readonly conversations: number; readonly others: number };
  readonly refused: number;
}

function stateOf(sandbox: Sandbox): string | undefined {
  const state = sandbox.platform.stores().keyValues['state'] as
    { history: { state: string } | null } | undefined;
  return state?.history?.state;
}

interface Seen {
  runs: number;
  longestRunMs: number;
  mostOps: number;
  lastId: number;
}

function look(sandbox: Sandbox, seen: Seen): void {
  for (const { id, handler, startedAt, endedAt, calls } of sandbox.platform.invocations()) {
    if (id <= seen.lastId) continue;
    seen.lastId = id;
    if (handler !== 'onScheduledEventHandler' || calls.kv < 2) continue;
    seen.runs += 1;
    seen.longestRunMs = Math.max(seen.longestRunMs, endedAt - startedAt);
    seen.mostOps = Math.max(seen.mostOps, calls.kv);
  }
}

async function importAll(sandbox: Sandbox, seen: Seen): Promise<number> {
  for (let minutes = 0; minutes < PATIENCE_MINUTES; minutes += 1) {
    if (stateOf(sandbox) === 'done') return minutes;
    await sandbox.platform.advance(MINUTE_MS);
    look(sandbox, seen);
    sandbox.network.clearRequests();
  }
  return PATIENCE_MINUTES;
}

function creditsOf(sandbox: Sandbox): number {
  const state = sandbox.platform.stores().keyValues['state'] as { history: { calls: number } };
  return state.history.calls;
}

/** Imports a stand-in account of so many tickets. */
export async function runHistory(packageDir: string, tickets: number): Promise<HistoryFigures> {
  const sandbox = await createSandbox({ packageDir, startsAt: INSTALLED_AT - PAST.days * DAY_MS });
  const { freshdesk, platform, clock } = sandbox;
  try {
    platform.faults.events.dropRate = 1;
    const historyFrom = fillHelpdesk(freshdesk, clock, { ...PAST, tickets, until: INSTALLED_AT });
    platform.faults.events.dropRate = 0;
    const start = new Date(historyFrom).toISOString().slice(0, 10);
    await platform.install({ ...sandbox.settings(), history_from: start });
    const cutOver = clock.now();
    const seen: Seen = { runs: 0, longestRunMs: 0, mostOps: 0, lastId: 0 };
    const minutes = await importAll(sandbox, seen);
    const from = Date.parse(`${start}T00:00:00Z`);
    const options = { cutOver: Math.floor(cutOver / 1000) * 1000, historyFrom: from };
    const comparison = compare(truth(freshdesk.helpdesk, options), sandbox.injixo.receipts);
    const { list, conversations, ...others } = freshdesk.calls;
    return {
      tickets,
      contacts: comparison.contacts,
      comparison,
      minutes,
      runs: seen.runs,
      longestRunMs: seen.longestRunMs,
      mostOps: seen.mostOps,
      credits: creditsOf(sandbox),
      calls: {
        lists: list,
        conversations,
        others: Object.values(others).reduce((sum, count) => sum + count, 0),
      },
      refused: platform.usage().kv.refused,
    };
  } finally {
    await sandbox.stop();
  }
}
