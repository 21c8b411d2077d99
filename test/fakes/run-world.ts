import type { ContactEvent } from '../../server/contacts/contact-event';
import type { RawAnswer } from '../../server/injixo/interpret-answer';
import { createLedger, type Ledger } from '../../server/ledger/ledger';
import { readQueueRegistry, type QueueRegistry } from '../../server/naming/queue-registry';
import { createEntityBudget, type EntityBudget } from '../../server/platform/entity-budget';
import { KEYS, KEY_OF } from '../../server/platform/keys';
import { createRunBudget, type RunBudget } from '../../server/platform/run-budget';
import { createRunStore, type RunStore } from '../../server/platform/run-store';
import { stopAtLimit } from '../../server/platform/stop-at-limit';
import type { Settings } from '../../server/setup/settings';
import { createFakeFreshdesk, type FakeFreshdesk } from './freshdesk-get';
import { createMemoryKeyValueStore, type MemoryKeyValueStore } from './memory-key-value-store';
import { createMemoryRecordStore, type MemoryRecordStore } from './memory-record-store';
import { createMemoryScheduler, type MemoryScheduler } from './memory-scheduler';
import { createTestLog, type TestLog } from './test-log';

/** The settings of an account without an imported history. */
export const SETTINGS: Settings = {
  way: 'checked',
  injixoApiKey: 'injixo-key',
  injixoIntegrationId: null,
  freshdeskApiKey: 'freshdesk-key',
  channelMapping: 'Cases',
  historyFrom: null,
  alertEmail: null,
  injixoApiUrl: 'https://api.injixo.invalid',
};

/** The start of the runs in these tests. */
export const RUN_AT = Date.parse('2026-11-05T12:00:00Z');
/** The installation time of the app in these tests. */
export const CUT_OVER = Date.parse('2026-11-01T00:00:00Z');

/** injixo's answer to a POST; called once per request. */
export type InjixoAnswer = (events: readonly ContactEvent[], nth: number) => RawAnswer;

/** An answer of injixo with a status. */
export function injixoAnswer(status: number, body = ''): RawAnswer {
  return { kind: 'answer', status, body, retryAfter: undefined };
}

/** Everything that outlives a run. */
export interface RunWorld {
  readonly clock: { now: number };
  readonly store: MemoryKeyValueStore;
  readonly records: MemoryRecordStore;
  readonly scheduler: MemoryScheduler;
  readonly log: TestLog;
  /** The posted batches as contact events. */
  readonly posted: (readonly ContactEvent[])[];
  freshdesk: FakeFreshdesk;
  injixo: InjixoAnswer;
  settings: Settings;
}

/** What the first run creates. */
const FIRST_RECORDS = [KEYS.inFlight, KEYS.orders, KEY_OF.queues(0)];

/** A world without faults, after the first run. */
export function createRunWorld(): RunWorld {
  const clock = { now: RUN_AT };
  const now = () => clock.now;
  return {
    clock,
    store: createMemoryKeyValueStore(now, FIRST_RECORDS),
    records: createMemoryRecordStore(now),
    scheduler: createMemoryScheduler(),
    log: createTestLog(),
    posted: [],
    freshdesk: createFakeFreshdesk({}),
    injixo: () => injixoAnswer(200),
    settings: SETTINGS,
  };
}

/** The tools that every room gets in a run. */
export interface RunTools {
  readonly now: () => number;
  readonly budget: RunBudget;
  readonly entityBudget: EntityBudget;
  readonly store: RunStore;
  readonly records: MemoryRecordStore;
  readonly scheduler: MemoryScheduler;
  readonly log: TestLog;
  readonly ledger: Ledger;
  readonly queues: QueueRegistry;
  readonly cutOver: number;
  readonly isCutOverKnown: boolean;
}

/** The tools of a run that starts now. */
export async function openTools(world: RunWorld): Promise<RunTools> {
  const now = () => world.clock.now;
  const budget = createRunBudget(now);
  const store = createRunStore(stopAtLimit(world.store, budget), budget);
  return {
    now,
    budget,
    entityBudget: createEntityBudget(null, now),
    store,
    records: world.records,
    scheduler: world.scheduler,
    log: world.log,
    ledger: createLedger(store),
    queues: await readQueueRegistry(store),
    cutOver: CUT_OVER,
    isCutOverKnown: true,
  };
}
