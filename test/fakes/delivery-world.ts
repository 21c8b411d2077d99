import { reply, serve, type Answer, type LocalServer } from './local-server';
import { createMemoryKeyValueStore, type MemoryKeyValueStore } from './memory-key-value-store';
import { createMemoryRecordStore, type MemoryRecordStore } from './memory-record-store';
import { createMemoryScheduler, type MemoryScheduler } from './memory-scheduler';
import { CUT_OVER, RUN_AT, SETTINGS } from './run-world';
import { createTestLog, type TestLog } from './test-log';
import { toOutboxRecord } from '../../server/outbox/record-contact';
import { KEYS } from '../../server/platform/keys';
import type { ScheduleData } from '../../server/platform/ports';
import type { RunDeps } from '../../server/run/open-run';
import { newState, type State } from '../../server/run/state';
import { sumSettings, type Settings } from '../../server/setup/settings';
import type { Overview } from '../../server/status/overview';
import { LIMITS } from '../../server/values/limits';

/** The tick that starts a run. */
export const TICK: ScheduleData = { kind: 'tick', cutOver: CUT_OVER, every: 5 };
/** A ticket in the API's form. */
export const TICKET = {
  id: 1,
  source: 1,
  group_id: 351,
  created_at: '2026-11-05T11:50:00Z',
  updated_at: '2026-11-05T11:50:00Z',
  tags: [],
};
/** The answers of a Freshdesk with one ticket, by path; every other answer is an empty list. */
const FRESHDESK: Readonly<Record<string, unknown>> = {
  '/api/v2/tickets': [TICKET],
  '/api/v2/tickets/1': TICKET,
  '/api/v2/agents/me': { ticket_scope: 1 },
  '/api/v2/account': { timezone: 'Asia/Tokyo' },
  '/api/v2/search/tickets': { results: [], total: 0 },
  '/api/v2/ticket_fields': [{ type: 'default_group', choices: { Billing: 351 } }],
};
const NEW = newState(CUT_OVER);

/** Parts of a state, slice by slice. */
export type GivenState = Partial<Pick<State, 'checkedUntil' | 'history' | 'held'>> & {
  readonly [K in 'sending' | 'freshdesk' | 'outbox' | 'scan']?: Partial<State[K]>;
};

/** A state without due work, with parts of it changed. */
export function calmState(given: GivenState = {}): State {
  const zone = { iana: 'Asia/Tokyo', askedAt: RUN_AT };
  const checkedUntil = RUN_AT - LIMITS.scanAgeMs;
  const lastFullScope = { ...NEW.scan.lastFullScope, at: RUN_AT - 1, live: checkedUntil };
  return {
    ...NEW,
    checkedUntil,
    ...given,
    sending: { ...NEW.sending, lastAnswerAt: RUN_AT, ...given.sending },
    freshdesk: { ...NEW.freshdesk, zone, scopeSeenAt: lastFullScope.at, ...given.freshdesk },
    outbox: { ...NEW.outbox, ...given.outbox },
    scan: { ...NEW.scan, lastFullScope, ...given.scan },
  };
}

/** Answers as that Freshdesk does. */
export const answerAsFreshdesk: Answer = (response, { url }) => {
  const { pathname, searchParams } = new URL(url, 'http://freshdesk.invalid');
  const found = searchParams.has('filter') ? [] : FRESHDESK[pathname];
  reply(200, JSON.stringify(found ?? []), { 'content-type': 'application/json' })(response, {} as never);
};

/** The environment of a complete run: stores in memory, Freshdesk and injixo as local servers. */
export interface DeliveryWorld {
  readonly deps: RunDeps;
  readonly clock: { now: number };
  readonly store: MemoryKeyValueStore;
  readonly records: MemoryRecordStore;
  readonly scheduler: MemoryScheduler;
  readonly log: TestLog;
  readonly freshdesk: LocalServer;
  readonly injixo: LocalServer;
  overview(): Overview;
  state(): State;
  /** The number of contacts of each request to injixo. */
  batches(): readonly number[];
}

interface Given {
  /** Parts of the calm state; null if there is no state yet. */
  readonly state?: GivenState | null;
  readonly injixo?: Answer;
  readonly freshdesk?: Answer;
  readonly settings?: Partial<Settings>;
}

/** A world without due work in which every host answers; `closeServers` stops its servers. */
export async function createDeliveryWorld(given: Given = {}): Promise<DeliveryWorld> {
  const clock = { now: RUN_AT };
  const now = () => clock.now;
  const store = createMemoryKeyValueStore(now);
  const records = createMemoryRecordStore(now);
  const scheduler = createMemoryScheduler();
  const log = createTestLog();
  const servers = {
    freshdesk: await serve(given.freshdesk ?? answerAsFreshdesk),
    injixo: await serve(given.injixo ?? reply(200)),
  };
  if (given.state !== null) await store.set(KEYS.state, calmState(given.state));
  const value = { ...SETTINGS, injixoApiUrl: servers.injixo.url, ...given.settings };
  const deps: RunDeps = {
    store,
    records,
    scheduler,
    log,
    now,
    runId: 'run-1',
    settings: { ok: true, value, mistakes: [], sums: sumSettings({}) },
    freshdeskUrl: servers.freshdesk.url,
  };
  return {
    deps,
    clock,
    store,
    records,
    scheduler,
    log,
    ...servers,
    overview: () => store.valueOf(KEYS.overview) as Overview,
    state: () => store.valueOf(KEYS.state) as State,
    batches: () =>
      servers.injixo.requests.map(
        ({ body }) => (JSON.parse(body) as { data?: unknown[] }).data?.length ?? -1,
      ),
  };
}

/** Records the ticket as its event did ten minutes ago; its date may be earlier. */
export async function recordTicket(
  { records, clock }: DeliveryWorld,
  occurredAt = Date.parse(TICKET.created_at),
): Promise<void> {
  clock.now = Date.parse(TICKET.created_at);
  await records.create({
    ...toOutboxRecord({
      contactId: 'ticket:1',
      kind: 'ticket',
      ticketId: 1,
      occurredAt,
      source: 1,
      groupId: 351,
    }),
  });
  clock.now = RUN_AT;
}
