import type { AlertRun } from '../alert/notify';
import { createSession } from '../freshdesk/session';
import type { ListedPage } from '../freshdesk/ticket-list-cursor';
import type { HistoryRun } from '../history/import-run';
import { settleImportBatch } from '../history/send-chunks';
import { createPostContactEvents } from '../injixo/client';
import { createLedger, type Ledger } from '../ledger/ledger';
import type { OutboxRest } from '../live/deliver-outbox';
import type { WaitingRest } from '../live/deliver-waiting';
import type { LiveRun } from '../live/live-run';
import { findOldestRecorded } from '../outbox/waiting-contacts';
import { createFactsBook } from '../naming/facts-book';
import { createNamesCache } from '../naming/names-cache';
import { createShownStates } from '../naming/shown-states';
import { createToldChats } from '../naming/told-chats';
import { createToldStates } from '../naming/told-states';
import { createEntityBudget } from '../platform/entity-budget';
import { KEYS, TICK_NAME } from '../platform/keys';
import type { KeyValueStore, Log, RecordStore, ScheduleData, Scheduler } from '../platform/ports';
import { createRunBudget } from '../platform/run-budget';
import { createRunStore, type RunStore } from '../platform/run-store';
import { parseScheduleData } from '../platform/scheduler';
import { stopAtLimit } from '../platform/stop-at-limit';
import type { ScanRun } from '../scan/scan-state';
import { sendContacts } from '../sending/send-contacts';
import type { ParsedSettings, Way } from '../setup/settings';
import { changedSettings } from '../status/activity';
import { createCalendar, type Calendar } from '../values/calendar';
import { isEmptyRecord } from '../values/empty-record';
import { createSlice, type OwnSlice, type Slice } from '../values/slice';
import type { FreshdeskState } from '../freshdesk/session';
import { changeWay } from './change-way';
import type { Command } from './commands';
import { takeLease } from './lease';
import { openRecords, remember, withLost } from './records';
import {
  fitState,
  mergeSlices,
  newState,
  openSlices,
  parseState,
  type LostSoFar,
  type ScheduleState,
  type Slices,
  type State,
} from './state';

/** What a run needs from outside. */
export interface RunDeps {
  readonly store: KeyValueStore;
  readonly records: RecordStore;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly now: () => number;
  /** The holder of the lease. */
  readonly runId: string;
  readonly settings: ParsedSettings;
  /** `https://<host>` of the account; null: the platform did not name it. */
  readonly freshdeskUrl: string | null;
}

/** Everything one run works with. Each room names the part it needs in an interface of its own. */
export interface Run extends LiveRun, ScanRun, HistoryRun, AlertRun {
  readonly ledger: HistoryRun['ledger'];
  readonly budget: HistoryRun['budget'];
  readonly session: LiveRun['session'];
  readonly freshdesk: OwnSlice<FreshdeskState>;
  readonly outbox: LiveRun['outbox'];
  readonly queues: HistoryRun['queues'];
  readonly schedule: OwnSlice<ScheduleState>;
  readonly completeUntil: OwnSlice<number | null>;
  /** What happened; only note-activity.ts changes it. */
  readonly activity: Slices['activity'];
  /** A checksum of each setting. */
  readonly settingSums: ParsedSettings['sums'];
  /** True: a setting was changed since the last run ended, so that both sides are asked whether it is right. */
  readonly hasNewSettings: boolean;
  /** Since when events are checked against Freshdesk (ms); null: they are not. */
  readonly checkedFrom: number | null;
  /** `live`: no Freshdesk key is entered, and Freshdesk is never asked. */
  readonly way: Way;
  /** Why nothing can be sent; null: settings and the account's address are valid. */
  readonly unusable: 'settings' | 'address' | null;
  /** A Freshdesk key is entered and the account's address is known. */
  readonly canAskFreshdesk: boolean;
  /** Commands that were given before the run began. */
  readonly commands: readonly Command[];
  /** Left by one step for a later one: the page that the scan read, and what is left in the outbox. */
  readonly begun: OwnSlice<ListedPage | null>;
  readonly rest: OwnSlice<OutboxRest | null>;
  /** What is left under keys of their own; null: not all of it is known. */
  readonly kept: OwnSlice<WaitingRest | null>;
  /** Records that the store lost, in this run and before; null: none. */
  lost(): LostSoFar | null;
}

/** What the clients of a run are made of. */
interface Tools {
  readonly slices: Slices;
  readonly budget: Run['budget'];
  readonly store: RunStore;
  readonly ledger: Ledger;
  readonly importFacts: Run['importFacts'];
}

/** Takes the lease and reads what the previous run stored; null when another run has the lease. */
export async function openRun(deps: RunDeps, trigger: ScheduleData): Promise<Run | null> {
  const { now, log, records } = deps;
  const budget = createRunBudget(now);
  const store = createRunStore(stopAtLimit(deps.store, budget), budget);
  if (!(await takeLease(store, deps.runId, now()))) return null;
  const state = await readState(store, deps, trigger);
  const { cutOver, isCutOverKnown } = state;
  budget.adopt(state.spent.keyValue);
  const slices = openSlices(state);
  const { kind, every = slices.schedule.value.tickMinutes, madeAt = null } = trigger;
  if (kind === 'tick') slices.schedule.set({ lastTickAt: now(), tickMinutes: every, madeAt });
  const { way } = deps.settings.value;
  const checkedFrom = changeWay(slices, state.checkedFrom, way, now());
  const ledger = createLedger(store, cutOver);
  const entityBudget = createEntityBudget(state.spent.entity, now);
  const settings = settingsOf(deps, slices, cutOver);
  const run: Run = {
    ...slices,
    ...settings,
    ...openClients(deps, { slices, budget, store, ledger, importFacts: settings.importFacts }),
    ...{ store, records, scheduler: deps.scheduler, ledger, budget, entityBudget },
    ...{ log, now, cutOver, isCutOverKnown, checkedFrom },
    calendar: calendarOf(slices.freshdesk),
    ...(await openRecords(store, state.remembered)),
    completeUntil: createSlice(way === 'live' ? null : state.completeUntil),
    begun: createSlice<ListedPage | null>(null),
    rest: createSlice<OutboxRest | null>(null),
    kept: createSlice<WaitingRest | null>(null),
    save: (more) => writeState(run, more + 1),
    lost: () => withLost(state.lost, store.lost(), now()),
    send: (contacts, origin) => sendContacts(run, contacts, origin),
    settleResume: (resume, contacts) => settleImportBatch(resume, contacts, { store, ledger }),
  };
  return run;
}

/**
 * Until the first run has written the state, only the recurring schedule knows the cut-over; when it does not, the oldest
 * record of the outbox is nearest to it.
 */
async function readState(
  store: KeyValueStore,
  { scheduler, records, now }: RunDeps,
  trigger: ScheduleData,
): Promise<State> {
  const stored = await store.get(KEYS.state);
  if (!isEmptyRecord(stored)) return parseState(stored, 0);
  const cutOver = trigger.cutOver ?? parseScheduleData(await scheduler.dataOf(TICK_NAME)).cutOver ?? null;
  if (cutOver !== null) return newState(cutOver);
  // Where there is no entity store, nothing is nearer than this run.
  const oldest = (await findOldestRecorded(records).catch(() => null)) ?? now();
  return { ...newState(Math.floor(oldest / 1000) * 1000), isCutOverKnown: false };
}

/** The account's days in the time zone known at the time of each call. */
function calendarOf(freshdesk: Slice<FreshdeskState>): Calendar {
  let known: { readonly zone: string | null; readonly calendar: Calendar } | null = null;
  const current = (): Calendar => {
    const zone = freshdesk.value.zone?.iana ?? null;
    if (known?.zone !== zone) known = { zone, calendar: createCalendar(zone) };
    return known.calendar;
  };
  return { dayOf: (at) => current().dayOf(at), startOf: (day) => current().startOf(day) };
}

function settingsOf({ settings, freshdeskUrl }: RunDeps, { history, activity }: Slices, cutOver: number) {
  const { way, channelMapping, alertEmail, freshdeskApiKey } = settings.value;
  const before = activity.value.seen.settings;
  const historyFrom = way === 'live' ? null : settings.value.historyFrom;
  const usable = settings.ok ? null : 'settings';
  const hasAddress = way === 'live' || freshdeskUrl !== null;
  return {
    way,
    channelMapping,
    historyFrom,
    alertEmail,
    importFacts: () => ({ cutOver, importedFrom: history.value?.startedFrom ?? null }),
    settingSums: settings.sums,
    hasNewSettings: changedSettings(before, settings.sums).length > 0,
    unusable: hasAddress ? usable : 'address',
    canAskFreshdesk: freshdeskUrl !== null && freshdeskApiKey !== '',
  } satisfies Partial<Run>;
}

function openClients(
  { settings, freshdeskUrl, now, log }: RunDeps,
  { slices, budget, store, ledger, importFacts }: Tools,
) {
  const { freshdeskApiKey, injixoApiUrl, injixoApiKey, injixoIntegrationId } = settings.value;
  const access = { baseUrl: freshdeskUrl ?? '', apiKey: freshdeskApiKey };
  const session = createSession({ access, freshdesk: slices.freshdesk, budget, log, now });
  const isLive = settings.value.way === 'live';
  const told = {
    book: createFactsBook({ store, budget, now }),
    chats: createToldChats({ store, budget, now }),
  };
  return {
    ...told,
    session,
    names: createNamesCache(store, isLive ? null : session.get, now()),
    states: isLive
      ? createToldStates({ ...told, ledger })
      : createShownStates({ session, budget, importFacts }),
    post: createPostContactEvents(
      { baseUrl: injixoApiUrl, apiKey: injixoApiKey, integrationId: injixoIntegrationId },
      now,
    ),
  } satisfies Partial<Run>;
}

/** The only place that writes the state. @ops 1 */
async function writeState(run: Run, more: number): Promise<void> {
  const { store, session, budget, entityBudget, cutOver, isCutOverKnown, checkedFrom, completeUntil } = run;
  const spent = { keyValue: budget.record(more), entity: entityBudget.record() };
  const records = { remembered: remember(run), lost: run.lost() };
  const rest = {
    ...{ cutOver, isCutOverKnown, checkedFrom },
    completeUntil: completeUntil.value,
    freshdesk: session.memory(),
    spent,
    ...records,
  };
  await store.set(KEYS.state, fitState(mergeSlices(run, rest)));
}
