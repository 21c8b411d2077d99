import type { ReadOnlyClock } from '../../clock';
import type { Conversation } from './conversation';
import type { Agent, Group, Role } from './people';
import { SOURCE_LABELS } from './ticket-source';
import type { TicketRecord } from './ticket';

/** The mailbox that customers write to. */
export const SUPPORT_EMAIL = 'support@acme.example';

/** A product event, as Freshworks passes it to apps: its name and the `data` of the payload. */
export interface ProductEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Facts about the account. */
export interface Account {
  readonly id: number;
  readonly name: string;
  readonly domain: string;
  /** Rails style, as Freshdesk names time zones. */
  timezone: string;
}

/** All that the helpdesk knows, and all that ever happened in it. */
export interface Helpdesk {
  readonly clock: ReadOnlyClock;
  readonly account: Account;
  readonly roles: readonly Role[];
  readonly groups: Map<number, Group>;
  readonly agents: Map<number, Agent>;
  readonly sources: Map<number, string>;
  readonly tickets: Map<number, TicketRecord>;
  readonly conversations: Map<number, Conversation>;
  /** Ids of the conversations that each ticket shows, oldest first. */
  readonly threads: Map<number, number[]>;
  readonly emit: (event: ProductEvent) => void;
  /** Next ticket id: 1, 2, 3, ... */
  readonly nextTicketId: () => number;
  /** Next id of anything else: large numbers. */
  readonly nextId: () => number;
  /** Grows with every change of any ticket. */
  revision: number;
}

const FIRST_ID = 67_000_000_001;

const ROLES: readonly Role[] = [
  { id: 67_000_900_001, name: 'Account Administrator', isDefault: true },
  { id: 67_000_900_002, name: 'Administrator', isDefault: true },
  { id: 67_000_900_003, name: 'Supervisor', isDefault: true },
  { id: 67_000_900_004, name: 'Agent', isDefault: true },
];

const counter = (first: number): (() => number) => {
  let next = first;
  return () => next++;
};

/** What a new helpdesk needs; the rest has defaults. */
export interface HelpdeskOptions {
  readonly clock: ReadOnlyClock;
  readonly emit: (event: ProductEvent) => void;
  readonly domain?: string;
  readonly firstTicketId?: number;
}

/** An empty helpdesk. */
export const createHelpdesk = (options: HelpdeskOptions): Helpdesk => ({
  clock: options.clock,
  emit: options.emit,
  account: {
    id: 1_234_567,
    name: 'Acme',
    domain: options.domain ?? 'acme.freshdesk.com',
    timezone: 'Eastern Time (US & Canada)',
  },
  roles: ROLES,
  groups: new Map(),
  agents: new Map(),
  sources: new Map(Object.entries(SOURCE_LABELS).map(([id, label]) => [Number(id), label])),
  tickets: new Map(),
  conversations: new Map(),
  threads: new Map(),
  nextTicketId: counter(options.firstTicketId ?? 1),
  nextId: counter(FIRST_ID),
  revision: 0,
});
