import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox';
import { fillHelpdesk } from '../../sandbox/scenarios/history/fill-helpdesk';
import { pressStart } from '../../sandbox/scenarios/history/press-start';
import { THE_APP } from './design';
import { percentile } from './figures';
import { drawLoad } from './load';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const INSTALLED_AT = Date.parse('2026-11-02T08:00:00Z');
/** An import of this many tickets takes longer than the load. */
const PAST = { tickets: 9_000, days: 365 } as const;
/** The import starts to read a quarter of an hour after the installation; the load starts after that. */
const BEFORE_MINUTES = 18;
const AFTER_MINUTES = 20;
/** Contacts per minute during the import. */
export const LIVE_LOAD = { perMinute: 10, minutes: 25 } as const;

/** The delay of live contacts in seconds. */
export interface LiveDelay {
  readonly contacts: number;
  readonly median: number;
  readonly highest99th: number;
  /** Contacts of the history that were sent during the load. */
  readonly imported: number;
}

async function openSandbox(hasHistory: boolean, seed: number): Promise<Sandbox> {
  const startsAt = INSTALLED_AT - PAST.days * DAY_MS;
  const sandbox = await createSandbox({ packageDir: THE_APP.packageDir, startsAt, seed });
  const { platform, freshdesk, clock } = sandbox;
  platform.faults.events.dropRate = 1;
  const from = fillHelpdesk(freshdesk, clock, { ...PAST, seed, until: INSTALLED_AT });
  platform.faults.events.dropRate = 0;
  const start = hasHistory ? new Date(from).toISOString().slice(0, 16).replace('T', ' ') : '';
  const installed = await platform.install({ ...sandbox.settings(), history_from: start });
  if (!installed.ok) throw new Error(installed.reason);
  if (hasHistory) await pressStart(platform);
  return sandbox;
}

async function play({ platform, freshdesk, clock }: Sandbox, seed: number): Promise<number> {
  await platform.advance(BEFORE_MINUTES * MINUTE_MS);
  const startedAt = clock.now();
  for (const { afterMs, act } of drawLoad(freshdesk, LIVE_LOAD, seed)) {
    await platform.advanceTo(startedAt + afterMs);
    act();
  }
  await platform.advanceTo(startedAt + LIVE_LOAD.minutes * MINUTE_MS);
  return startedAt;
}

/** Plays the same contacts in the same account, with or without an import of its past. */
export async function measureLiveDelay(hasHistory: boolean, seed: number): Promise<LiveDelay> {
  const sandbox = await openSandbox(hasHistory, seed);
  try {
    const startedAt = await play(sandbox, seed);
    const endedAt = sandbox.clock.now();
    await sandbox.platform.advance(AFTER_MINUTES * MINUTE_MS);
    const receipts = sandbox.injixo.receipts.map(({ at, timestamp }) => ({
      at,
      dated: Date.parse(timestamp),
    }));
    const live = receipts.filter(({ dated }) => dated >= Math.floor(startedAt / 1000) * 1000);
    const delays = live.map(({ at, dated }) => (at - dated) / 1000);
    return {
      contacts: live.length,
      median: percentile(delays, 0.5),
      highest99th: percentile(delays, 0.99),
      imported: receipts.filter(({ at, dated }) => dated < INSTALLED_AT && at > startedAt && at <= endedAt)
        .length,
    };
  } finally {
    await sandbox.stop();
  }
}
