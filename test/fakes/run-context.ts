import type { ContactEvent } from '../../server/contacts/contact-event';
import { createCalendar } from '../../server/values/calendar';
import { createNamesCache } from '../../server/naming/names-cache';
import { readQueueRegistry } from '../../server/naming/queue-registry';
import { readInFlight } from '../../server/sending/in-flight-batch';
import type { RunContext } from '../../server/run/run-context';
import { newState, parseState, type State } from '../../server/run/state';
import { createQuota } from '../../server/freshdesk/quota';
import type { RawAnswer } from '../../server/injixo/interpret-answer';
import { createLedger } from '../../server/ledger/ledger';
import { KEYS } from '../../server/platform/keys';
import { LIMITS } from '../../server/values/limits';
import { createEntityBudget } from '../../server/platform/entity-budget';
import { createRunBudget, createCountedStore } from '../../server/platform/run-budget';
import type { Settings } from '../../server/setup/settings';
import { createFakeFreshdesk, type FakeFreshdesk } from './freshdesk-get';
import { createMemoryKeyValueStore, type MemoryKeyValueStore } from './memory-key-value-store';
import { createMemoryRecordStore, type MemoryRecordStore } from './memory-record-store';
import { createTestLog, type TestLog } from './test-log';

/** The settings of an account that imports no history. */
export const SETTINGS: Settings = {
  injixoApiKey: 'injixo-key',
  injixoIntegrationId: null,
  freshdeskApiKey: 'freshdesk-key',
  channelMapping: 'Cases',
  historyFrom: null,
  alertEmail: null,
  injixoApiUrl: 'https://api.injixo.invalid',
};

/** The moment at which the runs of these tests begin. */
export const RUN_AT = Date.parse('2026-11-05T12:00:00Z');
/** When the app of these tests was installed. */
export const CUT_OVER = Date.parse('2026-11-01T00:00:00Z');

/** What injixo answers to a POST; called once for each. */
export type InjixoAnswer = (events: readonly ContactEvent[], nth: number) => RawAnswer;

/** An answer of injixo with a status. */
export function injixoAnswer(status: number, body = ''): RawAnswer {
  return { kind: 'answer', status, body, retryAfter: undefined };
}

/** What lasts longer than a run, and what the run under test is made of. */
export interface RunWorld {
  readonly clock: { now: number };
  readonly store: MemoryKeyValueStore;
  readonly records: MemoryRecordStore;
  readonly log: TestLog;
  /** The batches that were posted, as contact events. */
  readonly posted: (readonly ContactEvent[])[];
  freshdesk: FakeFreshdesk;
  injixo: InjixoAnswer;
  settings: Settings;
}

/** A world in which everything goes well. */
export function createRunWorld(): RunWorld {
  const clock = { now: RUN_AT };
  const now = () => clock.now;
  return {
    clock,
    store: createMemoryKeyValueStore(now),
    records: createMemoryRecordStore(now),
    log: createTestLog(),
    posted: [],
    freshdesk: createFakeFreshdesk({}),
    injixo: () => injixoAnswer(200),
    settings: SETTINGS,
  };
}

/** Opens a run in the world as the app does: with what the store holds, and the given parts of the state changed. */
export async function openRun(world: RunWorld, changed: Partial<State> = {}): Promise<RunContext> {
  const now = () => world.clock.now;
  const budget = createRunBudget(now);
  const store = createCountedStore(world.store, budget);
  const state = { ...parseState(await store.get(KEYS.state), CUT_OVER), ...changed };
  const { get } = world.freshdesk;
  return {
    store,
    records: world.records,
    ledger: createLedger(store),
    queues: await readQueueRegistry(store),
    names: createNamesCache(store, get, now()),
    get,
    quota: createQuota(newState(CUT_OVER).quota, now, budget.mayWork),
    post: async (events) => {
      await Promise.resolve();
      world.posted.push(events);
      return world.injixo(events, world.posted.length);
    },
    settings: world.settings,
    budget,
    log: world.log,
    now,
    listed: { tickets: new Map(), answered: false },
    firstMessages: new Map(),
    state,
    inFlight: await readInFlight(store),
    calendar: createCalendar(state.zone?.iana ?? null),
    entityBudget: createEntityBudget(null, now),
    listPagesLeft: LIMITS.listPagesPerRun,
  };
}
