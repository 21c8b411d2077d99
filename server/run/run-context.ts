import type { Ticket } from '../contacts/contact';
import type { Calendar } from '../values/calendar';
import type { FreshdeskAnswer, FreshdeskGet } from '../freshdesk/client';
import type { ConversationPage } from '../freshdesk/conversations';
import type { Quota } from '../freshdesk/quota';
import type { PostContactEvents } from '../injixo/client';
import type { Ledger } from '../ledger/ledger';
import type { EntityBudget } from '../platform/entity-budget';
import type { KeyValueStore, Log, RecordStore } from '../platform/ports';
import type { RunBudget } from '../platform/run-budget';
import type { Settings } from '../setup/settings';
import type { QueueRegistry } from '../naming/queue-registry';
import type { NamesCache } from '../naming/names-cache';
import type { InFlightBatch } from '../sending/in-flight-batch';
import type { State } from './state';

/** Tickets that were listed in this run, and whether any list was answered at all. */
export interface ListedTickets {
  readonly tickets: Map<number, Ticket>;
  answered: boolean;
}

/** What a run holds in its hands; `state`, `note` and `calendar` are replaced as it goes, everything else stays. */
export interface RunContext {
  readonly store: KeyValueStore;
  readonly records: RecordStore;
  readonly ledger: Ledger;
  readonly queues: QueueRegistry;
  readonly names: NamesCache;
  readonly get: FreshdeskGet;
  readonly quota: Quota;
  readonly post: PostContactEvents;
  readonly settings: Settings;
  readonly budget: RunBudget;
  readonly entityBudget: EntityBudget;
  readonly log: Log;
  readonly now: () => number;
  /** What the ticket lists of this run showed. */
  /** What this run has read of chats: the first page of their conversations, by ticket. */
  readonly firstMessages: Map<number, FreshdeskAnswer<ConversationPage>>;
  readonly listed: ListedTickets;
  state: State;
  inFlight: InFlightBatch;
  /** The account's days, as far as its time zone is known. */
  calendar: Calendar;
  /** Ticket list pages this run may still ask for. */
  listPagesLeft: number;
}
