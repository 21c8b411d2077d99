/** A group; a deleted one is still named by its tickets. */
export interface GroupRow {
  readonly id: number;
  readonly name: string;
  readonly isDeleted: boolean;
}

/** A ticket as the list shows it. */
export interface TicketRow {
  readonly id: number;
  readonly group: string;
  readonly source: string;
  /** In words: open, closed, spam, deleted, archived, gone. */
  readonly state: string;
  readonly createdAt: number;
  readonly messages: number;
}

/** An agent with the key that Freshdesk shows under Profile settings. */
export interface AgentRow {
  readonly name: string;
  readonly role: string;
  readonly apiKey: string;
}

/** The helpdesk with its newest tickets. */
export interface HelpdeskView {
  readonly domain: string;
  readonly groups: readonly GroupRow[];
  readonly sources: readonly { readonly id: number; readonly label: string }[];
  readonly agents: readonly AgentRow[];
  /** The newest first. */
  readonly tickets: readonly TicketRow[];
  readonly ticketCount: number;
}

/** One message on a ticket. */
export interface MessageRow {
  readonly at: number;
  readonly words: string;
  readonly isCustomer: boolean;
}

/** One ticket, opened. */
export interface TicketView extends TicketRow {
  readonly groupId: number | null;
  readonly thread: readonly MessageRow[];
  /** What can be done with it now. */
  readonly actions: readonly TicketAction[];
  /** Other tickets that it can be merged into. */
  readonly mergeTargets: readonly number[];
}

/** What people do with a ticket. */
export const TICKET_ACTIONS = [
  'customer-reply',
  'agent-reply',
  'public-note',
  'private-note',
  'close',
  'change-group',
  'spam',
  'not-spam',
  'delete',
  'restore',
  'merge',
] as const;
/** Something that can be done with a ticket. */
export type TicketAction = (typeof TICKET_ACTIONS)[number];

/** The ways in which a customer can write back. */
export const REPLY_CHANNELS = [
  'email',
  'portal',
  'chat',
  'phone',
  'twitter',
  'facebook',
  'ecommerce',
  'mobihelp',
] as const;
