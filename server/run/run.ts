import { createCalendar } from '../values/calendar';
import { createQuota } from '../freshdesk/quota';
import { notifyPerson } from '../alert/notify';
import { type FreshdeskAccess, createFreshdeskGet, createFreshdeskPost } from '../freshdesk/client';
import { createPostContactEvents } from '../injixo/client';
import { createLedger } from '../ledger/ledger';
import { createEntityBudget } from '../platform/entity-budget';
import { errorCode } from '../values/app-error';
import { KEYS, TICK_NAME } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { parseScheduleData } from '../platform/scheduler';
import type { KeyValueStore, Log, RecordStore, ScheduleData, Scheduler } from '../platform/ports';
import { createRunBudget, createCountedStore } from '../platform/run-budget';
import { continueHistory } from '../history/continue-history';
import { isImporting } from '../history/history-view';
import type { ParsedSettings } from '../setup/settings';
import { beginScan, continueScan } from '../scan/scan';
import { lightOf } from '../status/light';
import { createNamesCache } from '../naming/names-cache';
import { deliverOutbox, lookAtOutbox, type OutboxRest } from '../live/deliver-outbox';
import { closeBatch, recoverInterruptedBatch } from '../sending/settle-batch';
import { readQueueRegistry } from '../naming/queue-registry';
import { takeLease } from './lease';
import { refreshAccount } from './refresh-account';
import { readInFlight } from '../sending/in-flight-batch';
import { makeOverview, completeUntil, oldestWaiting } from '../status/overview';
import { isSending, applyCommands, readCommands } from './commands';
import { planNextRuns, type WorkLeft } from './plan-next-runs';
import { needsProbe, probeFreshdesk, probeInjixo } from '../sending/probe';
import { withFailure } from '../status/failures';
import type { RunContext } from './run-context';
import { parseState, type State } from './state';
import { writeState } from './write-state';

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

function accessOf({ settings, freshdeskUrl }: RunDeps): FreshdeskAccess {
  return { baseUrl: freshdeskUrl ?? '', apiKey: settings.value.freshdeskApiKey };
}

function ticked(state: State, { kind, every = state.tickMinutes }: ScheduleData, now: number): State {
  return kind === 'tick' ? { ...state, lastTickAt: now, tickMinutes: every } : state;
}

async function openRun(deps: RunDeps, trigger: ScheduleData): Promise<RunContext | null> {
  const budget = createRunBudget(deps.now);
  const store = createCountedStore(deps.store, budget);
  if (!(await takeLease(store, deps.runId, deps.now()))) return null;
  const state = await readState(store, deps, trigger);
  budget.adopt(state.ops);
  const inFlight = await readInFlight(store);
  const { value: settings } = deps.settings;
  const quota = createQuota(state.quota, deps.now, budget.mayWork);
  const get = createFreshdeskGet(accessOf(deps), quota, deps.now);
  return {
    store,
    records: deps.records,
    ledger: createLedger(store),
    queues: await readQueueRegistry(store),
    names: createNamesCache(store, get, deps.now()),
    get,
    quota,
    post: createPostContactEvents({
      baseUrl: settings.injixoApiUrl,
      apiKey: settings.injixoApiKey,
      integrationId: settings.injixoIntegrationId,
    }),
    settings,
    budget,
    log: deps.log,
    now: deps.now,
    state: ticked(state, trigger, deps.now()),
    inFlight,
    calendar: createCalendar(state.zone?.iana ?? null),
    listed: { tickets: new Map(), answered: false },
    firstMessages: new Map(),
    entityBudget: createEntityBudget(state.entityOps, deps.now),
    listPagesLeft: LIMITS.listPagesPerRun,
  };
}

/** True when both sides can be worked with now, as far as is known. */
async function isReady(run: RunContext, deps: RunDeps): Promise<boolean> {
  if (deps.freshdeskUrl === null) return false;
  if (!deps.settings.ok) {
    run.state = withFailure(run.state, 'settings_invalid', run.now());
    return false;
  }
  if (needsProbe(run.state.mode) && !(await probeInjixo(run))) return false;
  return run.state.freshdeskFailure === null || probeFreshdesk(run);
}

function isQuiet(run: RunContext): boolean {
  const lastAnswer = run.state.lastAnswerAt ?? 0;
  // An answer that seems to lie in the future was noted by a clock that was wrong.
  return !needsProbe(run.state.mode) && Math.abs(run.now() - lastAnswer) >= LIMITS.quietMs;
}

async function work(run: RunContext, deps: RunDeps): Promise<OutboxRest> {
  await recoverInterruptedBatch(run);
  const orders = await readCommands(run.store);
  await applyCommands(
    run,
    orders.filter((order) => !isSending(order)),
  );
  if (!(await isReady(run, deps))) return lookAtOutbox(run);
  await refreshAccount(run);
  await applyCommands(run, orders.filter(isSending));
  const begun = await beginScan(run);
  const rest = await deliverOutbox(run);
  await continueScan(run, begun, {
    contactIds: new Set(rest.waiting),
    complete: rest.complete || !rest.isAvailable,
  });
  // The history has what live contacts and the scan left of the run.
  if (rest.due === 0) await continueHistory(run);
  if (run.budget.mayPost() && isQuiet(run)) await probeInjixo(run);
  return rest;
}

async function tell(run: RunContext, deps: RunDeps, rest: OutboxRest): Promise<void> {
  if (deps.freshdeskUrl === null || run.settings.freshdeskApiKey === '') return;
  const facts = { ...makeOverview(run, rest), isImporting: isImporting(run.state.history) };
  const post = createFreshdeskPost(accessOf(deps), run.quota, run.now);
  await notifyPerson(run, post, lightOf(facts, run.now()));
}

async function closeRun(run: RunContext, deps: RunDeps, rest: OutboxRest): Promise<void> {
  const oldest = oldestWaiting(run.state.oldestWaiting, rest, run.state.scan.deepUntil);
  run.state = {
    ...run.state,
    oldestWaiting: oldest,
    completeUntil: completeUntil(run.state.checkedUntil, oldest),
  };
  await closeBatch(run);
  await tell(run, deps, rest);
  await writeState(run, 1);
  await run.store.set(KEYS.overview, makeOverview(run, rest));
}

function mustGoOn(run: RunContext, rest: OutboxRest): boolean {
  return (
    run.state.contactsPerMinute >= LIMITS.crowdedContactsPerMinute ||
    rest.due + rest.settling > 0 ||
    isImporting(run.state.history) ||
    (rest.isAvailable && !rest.complete) ||
    run.state.scan.live !== null ||
    run.state.scan.found > 0
  );
}

function workLeftOf(run: RunContext, rest: OutboxRest): WorkLeft {
  if (mustGoOn(run, rest)) return 'much';
  return run.state.contactsPerMinute >= LIMITS.busyContactsPerMinute ? 'some' : 'none';
}

/**
 * One run: alone under the lease, it finishes what a killed run left, asks first after a failure, and delivers what is due.
 * It never rejects: what it could not do, the next run does. At most 32 key-value operations.
 */
export async function runDelivery(deps: RunDeps, trigger: ScheduleData): Promise<void> {
  try {
    const run = await openRun(deps, trigger);
    if (run === null) return deps.log.info('another run has the lease');
    const rest = await work(run, deps);
    await closeRun(run, deps, rest);
    await planNextRuns(
      deps.scheduler,
      trigger,
      run.state,
      workLeftOf(run, rest),
      run.budget.startedAt,
      run.log,
    );
    deps.log.info('run ended', {
      accepted: run.inFlight.accepted,
      waiting: rest.waiting.length,
      mode: run.state.mode,
      keyValueOps: run.budget.opsSpent(),
      freshdeskCalls: run.quota.spent(),
      durationMs: run.now() - run.budget.startedAt,
    });
  } catch (error) {
    deps.log.error('run stopped, the next one goes on', { code: errorCode(error) });
  }
}
