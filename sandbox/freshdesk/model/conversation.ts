/** Conversation source codes of the API; they differ from the sources of tickets. */
export const CONVERSATION_SOURCE = {
  reply: 0,
  note: 2,
  twitter: 5,
  survey: 6,
  facebook: 7,
  forward: 8,
  phone: 9,
  mobihelp: 10,
  ecommerce: 11,
} as const;

/** A reply, note, forward or survey answer. Only `ticketId` and `isRemoved` ever change (merge and split). */
export interface Conversation {
  readonly id: number;
  readonly ticketId: number;
  /** The ticket it was created on, before any merge. */
  readonly receivedOnTicketId: number;
  readonly userId: number;
  readonly isIncoming: boolean;
  readonly isPrivate: boolean;
  readonly source: number;
  readonly category: number;
  readonly kind: string;
  readonly fromEmail: string | null;
  readonly supportEmail: string | null;
  readonly toEmails: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When the helpdesk received it; later than `createdAt` for a backdated one. */
  readonly recordedAt: number;
  /** The text from an API call; null for generated texts. */
  readonly text: string | null;
  readonly isRemoved: boolean;
}
