import type { ReadOnlyClock } from '../../support/clock';
import {
  keepFields,
  keepList,
  keepMap,
  restoreAll,
  type Restorable,
  type Restore,
} from '../../support/snapshot';
import type { Conversation } from './conversation';
import type { Agent, Group, Role } from './people';
import { SOURCE_LABELS } from './ticket-source';
import type { TicketRecord } from './ticket';

/** The helpdesk's mailbox. */
export const SUPPORT_EMAIL = 'support@acme.example';

/** A product event as Freshworks passes it to apps: its name and the `data` of the payload. */
export interface ProductEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Facts about the account. */
export interface Account {
  readonly id: number;
  readonly name: string;
  readonly domain: string;
  /** A Rails time zone name, as Freshdesk uses them. */
  timezone: string;
  /** The primary language, such as `de`. */
  language: string;
}

/** The complete state and history of the helpdesk. */
export interface Helpdesk extends Restorable {
  readonly clock: ReadOnlyClock;
  readonly account: Account;
  readonly roles: readonly Role[];
  readonly groups: Map<number, Group>;
  readonly agents: Map<number, Agent>;
  readonly sources: Map<number, string>;
  readonly tickets: Map<number, TicketRecord>;
  readonly conversations: Map<number, Conversation>;
  /** Ids of the conversations that each ticket shows, oldest first. */
  readonly threads: Map<number, readonly number[]>;
  readonly emit: (event: ProductEvent) => void;
  /** Next ticket id: 1, 2, 3, ... */
  readonly nextTicketId: () => number;
  /** Next id for other objects: large numbers. */
  readonly nextId: () => number;
  /** Grows with every ticket change and every restore: no two states share a number. */
  revision: number;
}

const FIRST_ID = 67_000_000_001;

const ROLES: readonly Role[] = [
  { id: 67_000_900_001, name: 'Account Administrator', isDefault: true },
  { id: 67_000_900_002, name: 'Administrator', isDefault: true },
  { id: 67_000_900_003, name: 'Supervisor', isDefault: true },
  { id: 67_000_900_004, name: 'Agent', isDefault: true },
];

/** Options of a new helpdesk; all have defaults. */
export interface HelpdeskOptions {
  readonly clock: ReadOnlyClock;
  readonly emit: (event: ProductEvent) => void;
  readonly domain?: string;
  readonly firstTicketId?: number;
}

const keepTicket = (record: TicketRecord): Restore =>
  restoreAll([keepFields(record), keepList(record.versions)]);

const keepContents = (helpdesk: Helpdesk): Restore => {
  const restore = restoreAll([
    keepFields(helpdesk.account),
    keepMap(helpdesk.groups),
    keepMap(helpdesk.agents),
    keepMap(helpdesk.sources),
    keepMap(helpdesk.tickets, keepTicket),
    keepMap(helpdesk.conversations),
    keepMap(helpdesk.threads),
  ]);
  return () => {
    restore();
    helpdesk.revision += 1;
  };
};

/** Creates an empty helpdesk. */
export const createHelpdesk = (options: HelpdeskOptions): Helpdesk => {
  const next = { ticketId: options.firstTicketId ?? 1, id: FIRST_ID };
  const helpdesk: Helpdesk = {
    clock: options.clock,
    emit: options.emit,
    account: {
      id: 1_234_567,
      name: 'Acme',
      domain: options.domain ?? 'acme.freshdesk.com',
      timezone: 'Eastern Time (US & Canada)',
      language: 'en',
    },
    roles: ROLES,
    groups: new Map(),
    agents: new Map(),
    sources: new Map(Object.entries(SOURCE_LABELS).map(([id, label]) => [Number(id), label])),
    tickets: new Map(),
    conversations: new Map(),
    threads: new Map(),
    nextTicketId: () => next.ticketId++,
    nextId: () => next.id++,
    revision: 0,
    takeSnapshot: () => restoreAll([keepFields(next), keepContents(helpdesk)]),
  };
  return helpdesk;
};
