import { createCalendar } from '../../server/values/calendar';
import type { ContactEvent } from '../../server/contacts/contact-event';
import { createNamesCache } from '../../server/naming/names-cache';
import { readQueueRegistry } from '../../server/naming/queue-registry';
import { NO_BATCH } from '../../server/sending/in-flight-batch';
import type { RunContext } from '../../server/run/run-context';
import { newState, type State } from '../../server/run/state';
import { createFreshdeskGet } from '../../server/freshdesk/client';
import { createQuota } from '../../server/freshdesk/quota';
import { continueHistory } from '../../server/history/continue-history';
import type { HistoryView } from '../../server/history/history-view';
import { createLedger } from '../../server/ledger/ledger';
import { needsPerson } from '../../server/status/failures';
import { createEntityBudget } from '../../server/platform/entity-budget';
import { LIMITS } from '../../server/values/limits';
import type { KeyValueStore, RecordStore } from '../../server/platform/ports';
import type { RunBudget } from '../../server/platform/run-budget';
import type { Settings } from '../../server/setup/settings';
import { createMemoryStore } from './memory-store';

/** What a dry run is told. */
export interface DryRunOptions {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly channelMapping: Settings['channelMapping'];
  readonly now: () => number;
  /** Waits until the next minute of the account's limit. */
  readonly nextMinute: (startedAt: number) => Promise<void>;
  readonly onContacts: (events: readonly ContactEvent[]) => void;
  readonly onProgress: (view: HistoryView) => void;
}

const MINUTE_MS = 60_000;
const SILENT_MINUTES = 60;
/** A terminal has no platform whose operations it would have to count; the minute is Freshdesk's. */
function createTerminalBudget(now: () => number): RunBudget {
  const startedAt = now();
  const isInMinute = (): boolean => now() - startedAt < MINUTE_MS;
  return {
    startedAt,
    spend: () => undefined,
    opsLeft: () => LIMITS.keyValueOpsPerRun,
    opsLeftInRun: () => LIMITS.keyValueOpsPerRun,
    keysToOpen: (most) => most,
    opsSpent: () => 0,
    mayAsk: isInMinute,
    mayPost: isInMinute,
    mayWork: isInMinute,
    record: () => ({ at: startedAt, offsets: [] }),
  };
}

const NO_RECORDS: RecordStore = {
  create: () => Promise.resolve(),
  list: () => Promise.resolve({ records: [], next: null }),
  remove: () => Promise.resolve(),
};
const SILENT_LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function openRun(options: DryRunOptions, store: KeyValueStore, state: State): Promise<RunContext> {
  const { now, baseUrl, apiKey, channelMapping, from } = options;
  const budget = createTerminalBudget(now);
  const quota = createQuota(state.quota, now, budget.mayWork);
  const get = createFreshdeskGet({ baseUrl, apiKey }, quota, now);
  return {
    store,
    records: NO_RECORDS,
    ledger: createLedger(store),
    queues: await readQueueRegistry(store),
    names: createNamesCache(store, get, now()),
    get,
    quota,
    post: (events) => {
      options.onContacts(events);
      return Promise.resolve({ kind: 'answer', status: 200, retryAfter: undefined, body: '' });
    },
    settings: {
      injixoApiKey: '',
      injixoIntegrationId: null,
      freshdeskApiKey: apiKey,
      channelMapping,
      historyFrom: from,
      alertEmail: null,
      injixoApiUrl: '',
    },
    budget,
    log: SILENT_LOG,
    calendar: createCalendar(null),
    now,
    listed: { tickets: new Map(), answered: false },
    firstMessages: new Map(),
    entityBudget: createEntityBudget(null, now),
    state: { ...state, freshdeskFailure: null },
    inFlight: NO_BATCH,
    listPagesLeft: LIMITS.listPagesPerRun,
  };
}

/** True for what a person has to put right before it makes sense to go on. */
function isHopeless({ problem }: HistoryView): boolean {
  return problem !== null && (problem.code.startsWith('start_') || needsPerson(problem.code));
}

function isOver(view: HistoryView | null, minutesInVain: number): boolean {
  const isEnded = view !== null && (view.state === 'done' || isHopeless(view));
  return isEnded || minutesInVain >= SILENT_MINUTES;
}

/**
 * Runs the app's import against an account, minute by minute at half of its limit, and hands every contact that would be
 * sent to `onContacts`; nothing is sent. Resolves to where it stood at the end.
 */
export async function dryRun(options: DryRunOptions): Promise<HistoryView | null> {
  const store = createMemoryStore();
  // What lists show may be some minutes old: contacts of these minutes are left out.
  const cutOver = Math.floor((options.now() - LIMITS.scanAgeMs) / 1000) * 1000;
  let state = newState(cutOver);
  let minutesInVain = 0;
  for (;;) {
    const run = await openRun(options, store, state);
    await continueHistory(run);
    minutesInVain = run.state.freshdeskFailure === null ? 0 : minutesInVain + 1;
    state = { ...run.state, quota: run.quota.memory() };
    if (state.history !== null) options.onProgress(state.history);
    if (isOver(state.history, minutesInVain)) return state.history;
    await options.nextMinute(run.budget.startedAt);
  }
}
