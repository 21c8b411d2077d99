import type { Ticket } from '../../freshdesk/model/ticket';
import { TICKET_SOURCE } from '../../freshdesk/model/ticket-source';
import { isAlert } from '../../oracle/ticket-truth';

type Reason = readonly [applies: (ticket: Ticket) => boolean, sentence: string];

/** In the order of the counting table. */
const REASONS: readonly Reason[] = [
  [isAlert, 'It does not count: it is the app’s own alert.'],
  [
    ({ source, isOutbound }) => isOutbound || source === TICKET_SOURCE.outboundEmail,
    'It does not count: an agent’s e-mail opened it. The customer’s replies to it count.',
  ],
  [
    ({ source }) => source === TICKET_SOURCE.internalTask,
    'It does not count: it is a task inside a chat. Customers’ replies to it count.',
  ],
  [
    ({ importId }) => importId !== null,
    'It does not count: a migration tool wrote it. The customer’s replies to it count.',
  ],
];

const NOT_INSTALLED = 'It does not count: the app is not installed.';
const BEFORE = 'It does not count live: it is older than the installation, and only an import counts it.';

/** Why injixo does not count this ticket, in a sentence; empty if it does. `cutOver` (ms): the installation. */
export function whyNotCounted(ticket: Ticket, cutOver: number | null): string {
  const reason = REASONS.find(([applies]) => applies(ticket));
  if (reason !== undefined) return reason[1];
  if (cutOver === null) return NOT_INSTALLED;
  return ticket.createdAt < cutOver ? BEFORE : '';
}
