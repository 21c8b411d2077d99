import type { ContactEvent } from '../../server/contacts/contact-event';
import { createSession, NOTHING_KNOWN, type FreshdeskState } from '../../server/freshdesk/session';
import { continueHistory } from '../../server/history/continue-history';
import { applyHistoryCommand } from '../../server/history/history-commands';
import type { HistoryView } from '../../server/history/history-view';
import type { HistoryRun } from '../../server/history/import-run';
import { settleImportBatch } from '../../server/history/send-chunks';
import { createLedger } from '../../server/ledger/ledger';
import { createShownStates } from '../../server/naming/shown-states';
import { createNamesCache } from '../../server/naming/names-cache';
import { readQueueRegistry } from '../../server/naming/queue-registry';
import { EMPTY_OUTBOX } from '../../server/outbox/outbox-state';
import { needsPerson } from '../../server/status/failures';
import { createEntityBudget } from '../../server/platform/entity-budget';
import type { KeyValueStore, RecordStore, Scheduler } from '../../server/platform/ports';
import type { RunBudget } from '../../server/platform/run-budget';
import { createRunStore } from '../../server/platform/run-store';
import { NO_BATCH } from '../../server/sending/in-flight-batch';
import { NOTHING_HELD, NOTHING_SENT } from '../../server/sending/sending-state';
import type { Settings } from '../../server/setup/settings';
import { createCalendar } from '../../server/values/calendar';
import { LIMITS } from '../../server/values/limits';
import { createSlice, type OwnSlice } from '../../server/values/slice';
import { createMemoryStore } from './memory-store';

/** Options of a dry run. */
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
/** A terminal has no platform operations to count; only Freshdesk's limit per minute applies. */
function createTerminalBudget(now: () => number): RunBudget {
  const startedAt = now();
  const isInMinute = (): boolean => now() - startedAt < MINUTE_MS;
  return {
    startedAt,
    spend: () => undefined,
    opsLeft: () => LIMITS.keyValueOpsPerRun,
    affords: (ops) => ops <= LIMITS.keyValueOpsPerRun,
    opsLeftInRun: () => LIMITS.keyValueOpsPerRun,
    keysToOpen: (most) => most,
    opsSpent: () => 0,
    mayCall: () => true,
    noteRefusal: () => undefined,
    allowOneCall: () => undefined,
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
/** A terminal has no schedules, and its store refuses nothing. */
const NO_SCHEDULES: Scheduler = {
  exists: () => Promise.resolve(false),
  dataOf: () => Promise.resolve(undefined),
  repeat: () => Promise.resolve(),
  once: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};
const SILENT_LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** State kept from one minute to the next. */
type Kept = Pick<HistoryRun, 'history'> & {
  readonly freshdesk: OwnSlice<FreshdeskState>;
  readonly cutOver: number;
};

async function openRun(options: DryRunOptions, memory: KeyValueStore, kept: Kept): Promise<HistoryRun> {
  const { now, baseUrl, apiKey, channelMapping, from } = options;
  const budget = createTerminalBudget(now);
  const access = { baseUrl, apiKey };
  const session = createSession({ access, freshdesk: kept.freshdesk, budget, log: SILENT_LOG, now });
  const store = createRunStore(memory, budget);
  const ledger = createLedger(store);
  const importFacts = () => ({ cutOver: kept.cutOver, importedFrom: from });
  return {
    ...kept,
    store,
    records: NO_RECORDS,
    scheduler: NO_SCHEDULES,
    ledger,
    queues: await readQueueRegistry(store),
    names: createNamesCache(store, session.get, now()),
    states: createShownStates({ session, budget, importFacts }),
    importFacts,
    session,
    post: (events) => {
      options.onContacts(events);
      return Promise.resolve({ kind: 'answer', status: 200, retryAfter: undefined, body: '' });
    },
    budget,
    entityBudget: createEntityBudget(null, now),
    log: SILENT_LOG,
    calendar: createCalendar(null),
    now,
    channelMapping,
    historyFrom: from,
    sending: createSlice(NOTHING_SENT),
    held: createSlice(NOTHING_HELD),
    outbox: createSlice(EMPTY_OUTBOX),
    inFlight: createSlice(NO_BATCH),
    save: () => Promise.resolve(),
    settleResume: (resume, contacts) => settleImportBatch(resume, contacts, { store, ledger }),
  };
}

/** True if a person must fix the problem before it makes sense to continue. */
function isBlocked({ problem }: HistoryView): boolean {
  return problem !== null && (problem.code.startsWith('start_') || needsPerson(problem.code));
}

function isOver(view: HistoryView | null, minutesInVain: number): boolean {
  const isEnded = view !== null && (view.state === 'done' || isBlocked(view));
  return isEnded || minutesInVain >= SILENT_MINUTES;
}

/**
 * Runs the app's import against an account, minute by minute at half of its limit. Passes every contact that would be
 * sent to `onContacts` and sends nothing. Resolves to the final state.
 */
export async function dryRun(options: DryRunOptions): Promise<HistoryView | null> {
  const store = createMemoryStore();
  // Lists may lag by some minutes: contacts of these minutes are left out.
  const cutOver = Math.floor((options.now() - LIMITS.scanAgeMs) / 1000) * 1000;
  const kept: Kept = { cutOver, freshdesk: createSlice(NOTHING_KNOWN), history: createSlice(null) };
  let minutesInVain = 0;
  for (;;) {
    const run = await openRun(options, store, kept);
    await continueHistory(run);
    if (kept.history.value?.state === 'planned') {
      await applyHistoryCommand(run, { command: 'start', from: options.from, until: cutOver });
      await continueHistory(run);
    }
    const view = kept.history.value;
    minutesInVain = kept.freshdesk.value.failure === null ? 0 : minutesInVain + 1;
    kept.freshdesk.set({ ...run.session.memory(), failure: null });
    if (view !== null) options.onProgress(view);
    if (isOver(view, minutesInVain)) return view;
    await options.nextMinute(run.budget.startedAt);
  }
}
