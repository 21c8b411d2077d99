import type { AlertRun } from '../alert/notify';
import { createSession } from '../freshdesk/session';
import type { ListedPage } from '../freshdesk/ticket-list-cursor';
import type { HistoryRun } from '../history/import-run';
import { settleImportBatch } from '../history/send-chunks';
import { createPostContactEvents } from '../injixo/client';
import { createLedger } from '../ledger/ledger';
import type { LiveRun, OutboxRest } from '../live/deliver-outbox';
import { createFirstChatMessages } from '../naming/first-chat-messages';
import { createNamesCache } from '../naming/names-cache';
import { readQueueRegistry } from '../naming/queue-registry';
import { createEntityBudget } from '../platform/entity-budget';
import { KEYS, TICK_NAME } from '../platform/keys';
import type { KeyValueStore, Log, RecordStore, ScheduleData, Scheduler } from '../platform/ports';
import { createCountedStore, createRunBudget } from '../platform/run-budget';
import { parseScheduleData } from '../platform/scheduler';
import type { ScanRun } from '../scan/scan-state';
import { readInFlight } from '../sending/in-flight-batch';
import { sendContacts } from '../sending/send-contacts';
import type { ParsedSettings } from '../setup/settings';
import { createCalendar, type Calendar } from '../values/calendar';
import { createSlice, type OwnSlice, type Slice } from '../values/slice';
import type { FreshdeskState } from '../freshdesk/session';
import { readCommands, type Command } from './commands';
import { takeLease } from './lease';
import { mergeSlices, openSlices, parseState, type ScheduleState, type State } from './state';

/** What a run is given from outside. */
export interface RunDeps {
  readonly store: KeyValueStore;
  readonly records: RecordStore;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly now: () => number;
  /** Names this run in the lease. */
  readonly runId: string;
  readonly settings: ParsedSettings;
  /** `https://<host>` of the account, null when the platform did not say. */
  readonly freshdeskUrl: string | null;
}

/** Everything one run works with. Rooms get the part of it that they name in their own interface. */
export interface Run extends LiveRun, ScanRun, HistoryRun, AlertRun {
  readonly ledger: HistoryRun['ledger'];
  readonly budget: HistoryRun['budget'];
  readonly session: LiveRun['session'];
  readonly freshdesk: OwnSlice<FreshdeskState>;
  readonly outbox: LiveRun['outbox'];
  readonly queues: HistoryRun['queues'];
  readonly schedule: OwnSlice<ScheduleState>;
  readonly completeUntil: OwnSlice<number | null>;
  /** Null when all settings can be read and the account's address is known, else the reason. */
  readonly unusable: 'settings' | 'address' | null;
  /** True when a Freshdesk key is entered and the account's address is known. */
  readonly canAskFreshdesk: boolean;
  /** What people asked for, as it stood when the run began. */
  readonly commands: readonly Command[];
  /** What one step leaves for a later one: the page that the scan has read, and what is left in the outbox. */
  readonly begun: OwnSlice<ListedPage | null>;
  readonly rest: OwnSlice<OutboxRest | null>;
  /** The state as it would be stored now. */
  state(): State;
}

/** The moment of installation, which only the recurring schedule knows until a run has written it into `state`. */
async function findCutOver({ scheduler, now }: RunDeps, trigger: ScheduleData): Promise<number> {
  const { cutOver } =
    trigger.cutOver === undefined ? parseScheduleData(await scheduler.dataOf(TICK_NAME)) : trigger;
  return cutOver ?? now();
}

async function readState(store: KeyValueStore, deps: RunDeps, trigger: ScheduleData): Promise<State> {
  const stored = await store.get(KEYS.state);
  return parseState(stored, stored === undefined ? await findCutOver(deps, trigger) : 0);
}

/** The account's days, by the time zone that is known at the moment of asking. */
function calendarOf(freshdesk: Slice<FreshdeskState>): Calendar {
  let known: { readonly zone: string | null; readonly calendar: Calendar } | null = null;
  const current = (): Calendar => {
    const zone = freshdesk.value.zone?.iana ?? null;
    if (known?.zone !== zone) known = { zone, calendar: createCalendar(zone) };
    return known.calendar;
  };
  return { dayOf: (at) => current().dayOf(at), startOf: (day) => current().startOf(day) };
}

function unusableOf({ settings, freshdeskUrl }: RunDeps): Run['unusable'] {
  if (freshdeskUrl === null) return 'address';
  return settings.ok ? null : 'settings';
}

/** Takes the lease and reads what the run before left; null when another run has the lease. */
export async function openRun(deps: RunDeps, trigger: ScheduleData): Promise<Run | null> {
  const { now, log, records, freshdeskUrl } = deps;
  const budget = createRunBudget(now);
  const store = createCountedStore(deps.store, budget);
  if (!(await takeLease(store, deps.runId, now()))) return null;
  const state = await readState(store, deps, trigger);
  budget.adopt(state.spent.keyValue);
  const inFlight = createSlice(await readInFlight(store));
  const slices = openSlices(state);
  const { value: settings } = deps.settings;
  const access = { baseUrl: freshdeskUrl ?? '', apiKey: settings.freshdeskApiKey };
  const session = createSession({ access, freshdesk: slices.freshdesk, budget, now });
  const ledger = createLedger(store);
  const entityBudget = createEntityBudget(state.spent.entity, now);
  const completeUntil = createSlice(state.completeUntil);
  const current = (more: number): State =>
    mergeSlices(slices, {
      cutOver: state.cutOver,
      completeUntil: completeUntil.value,
      freshdesk: session.memory(),
      spent: { keyValue: budget.record(more), entity: entityBudget.record() },
    });
  const run: Run = {
    ...slices,
    store,
    records,
    ledger,
    queues: await readQueueRegistry(store),
    names: createNamesCache(store, session.get, now()),
    firstMessages: createFirstChatMessages({ session, budget }),
    session,
    post: createPostContactEvents({
      baseUrl: settings.injixoApiUrl,
      apiKey: settings.injixoApiKey,
      integrationId: settings.injixoIntegrationId,
    }),
    budget,
    entityBudget,
    log,
    now,
    inFlight,
    calendar: calendarOf(slices.freshdesk),
    cutOver: state.cutOver,
    completeUntil,
    channelMapping: settings.channelMapping,
    historyFrom: settings.historyFrom,
    alertEmail: settings.alertEmail,
    isHistoryWanted: () => settings.historyFrom !== null || slices.history.value !== null,
    unusable: unusableOf(deps),
    canAskFreshdesk: freshdeskUrl !== null && settings.freshdeskApiKey !== '',
    commands: await readCommands(store),
    begun: createSlice<ListedPage | null>(null),
    rest: createSlice<OutboxRest | null>(null),
    state: () => current(0),
    // The one place that writes the state.
    save: (more) => store.set(KEYS.state, current(more + 1)),
    send: (contacts, origin) => sendContacts(run, contacts, origin),
    settleResume: (resume, contacts) => settleImportBatch(resume, contacts, { store, ledger }),
  };
  if (trigger.kind === 'tick') {
    const { every = state.schedule.tickMinutes } = trigger;
    slices.schedule.set({ lastTickAt: now(), tickMinutes: every });
  }
  return run;
}
