/** A group. Tickets keep the name of a deleted one. */
export interface GroupRow {
  readonly id: number;
  readonly name: string;
  readonly isDeleted: boolean;
}

/** A row of the ticket list. */
export interface TicketRow {
  readonly id: number;
  readonly group: string;
  readonly source: string;
  /** One of: open, closed, spam, deleted, archived, gone. */
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
  /** Newest first. */
  readonly tickets: readonly TicketRow[];
  readonly ticketCount: number;
}

/** One message on a ticket. */
export interface MessageRow {
  readonly at: number;
  readonly words: string;
  /** What was written through the API; null: the sandbox keeps no text. */
  readonly text: string | null;
  readonly isCustomer: boolean;
}

/** A ticket that was just created. */
export interface CreatedTicket {
  readonly id: number;
  readonly whyNotCounted: string;
}

/** One open ticket. */
export interface TicketView extends TicketRow {
  readonly groupId: number | null;
  /** A sentence if injixo does not count it, or not yet; otherwise empty. */
  readonly whyNotCounted: string;
  /** Subject and text of the app's own alert; otherwise empty. */
  readonly text: string;
  readonly thread: readonly MessageRow[];
  /** The actions that the ticket allows now. */
  readonly actions: readonly TicketAction[];
  /** Tickets that it can be merged into. */
  readonly mergeTargets: readonly number[];
}

/** One ticket as an agent opens it. */
export interface TicketPage extends TicketView {
  /** The address of the app's own part of the page, which nobody sees; null: none. */
  readonly background: string | null;
}

/** Actions on a ticket. */
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
/** An action on a ticket. */
export type TicketAction = (typeof TICKET_ACTIONS)[number];

/** The channels of a customer's reply. */
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
