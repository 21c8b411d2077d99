/**
 * The app in its own process: the platform with the package. Freshdesk and injixo run in the parent. Imports a history
 * and reports the cost. The parent sets its clock to this one before each step.
 */
import { createClock, type Clock } from '../../sandbox/support/clock';
import { FRESHDESK_HOST, INJIXO_HOST, type Settings } from '../../sandbox/create-sandbox';
import { createNetwork, type Network } from '../../sandbox/network/network';
import { createPlatform } from '../../sandbox/platform/create-platform';
import { pressStart } from '../../sandbox/scenarios/history/press-start';
import type { Platform } from '../../sandbox/platform/platform';

/** The first message of the parent. */
export interface ImportOptions {
  readonly packageDir: string;
  readonly startsAt: number;
  readonly freshdeskOrigin: string;
  readonly injixoOrigin: string;
  readonly settings: Settings;
}

/** The app's view of the import. Times in milliseconds, memory in bytes of the whole process. */
export interface AppFigures {
  readonly isDone: boolean;
  readonly cutOver: number;
  readonly minutes: number;
  readonly runs: number;
  readonly longestRunMs: number;
  readonly mostOps: number;
  readonly calls: number;
  readonly refusedOps: number;
  readonly violations: number;
  readonly memoryBefore: number;
  readonly memoryMost: number;
}

/** A message to the parent: the current time, and finally the figures. */
export type AppMessage = { readonly now: number } | { readonly figures: AppFigures };

const STEP_MS = 5_000;
const MINUTE_MS = 60_000;
/** Two days: a longer import is treated as hanging. */
const MAX_IMPORT_MS = 2_880 * MINUTE_MS;

interface HistoryShown {
  readonly state: string;
  readonly calls: number;
}

type Seen = {
  -readonly [Key in 'runs' | 'longestRunMs' | 'mostOps' | 'memoryMost']: AppFigures[Key];
};

function shown(platform: Platform): HistoryShown | null {
  const state = platform.stores().keyValues['state'] as { history: HistoryShown | null } | undefined;
  return state?.history ?? null;
}

/** Adds the runs since `lastId` to `seen`; returns the newest id. */
function look(platform: Platform, seen: Seen, lastId: number): number {
  const fresh = platform.invocations().filter(({ id }) => id > lastId);
  for (const { startedAt, endedAt, calls } of fresh) {
    seen.runs += 1;
    seen.longestRunMs = Math.max(seen.longestRunMs, endedAt - startedAt);
    seen.mostOps = Math.max(seen.mostOps, calls.kv);
  }
  seen.memoryMost = Math.max(seen.memoryMost, process.memoryUsage.rss());
  return fresh.at(-1)?.id ?? lastId;
}

/** Sends the time to the parent and waits until its clock is set. */
function sendTime(now: number): Promise<void> {
  return new Promise((resolve) => {
    process.once('message', () => resolve());
    process.send?.({ now });
  });
}

async function install(options: ImportOptions, clock: Clock, network: Network): Promise<Platform> {
  network.route(FRESHDESK_HOST, options.freshdeskOrigin);
  network.route(INJIXO_HOST, options.injixoOrigin);
  const platform = createPlatform({ packageDir: options.packageDir, clock, network, host: FRESHDESK_HOST });
  const installed = await platform.install(options.settings);
  if (!installed.ok) throw new Error(installed.reason);
  await pressStart(platform);
  return platform;
}

function isDone(platform: Platform): boolean {
  return shown(platform)?.state === 'done';
}

async function play(options: ImportOptions): Promise<AppFigures> {
  const clock = createClock(options.startsAt);
  const network = createNetwork({ clock });
  const platform = await install(options, clock, network);
  const memoryBefore = process.memoryUsage.rss();
  const seen: Seen = { runs: 0, longestRunMs: 0, mostOps: 0, memoryMost: memoryBefore };
  let lastId = 0;
  const cutOver = clock.now();
  const endsAt = cutOver + MAX_IMPORT_MS;
  while (!isDone(platform) && clock.now() < endsAt) {
    await sendTime(clock.now());
    await platform.advance(STEP_MS);
    network.clearRequests();
    lastId = look(platform, seen, lastId);
  }
  return {
    ...seen,
    isDone: isDone(platform),
    cutOver,
    minutes: Math.ceil((clock.now() - cutOver) / MINUTE_MS),
    calls: shown(platform)?.calls ?? 0,
    refusedOps: platform.usage().kv.refused,
    violations: platform.violations().length,
    memoryBefore,
  };
}

process.once('message', (options) => {
  play(options as ImportOptions)
    .then((figures) => process.send?.({ figures }, () => process.exit()))
    .catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
});
