import { CONVERSATION_SOURCE, type Conversation } from '../../freshdesk/model/conversation';
import type { Helpdesk } from '../../freshdesk/model/helpdesk';
import { STATUS, type Ticket } from '../../freshdesk/model/ticket';
import { existingTicket, latestVersion } from '../../freshdesk/model/ticket-versions';
import { isAlert } from '../../oracle/ticket-truth';
import { orRefuse } from '../serving/refused';
import type { MessageRow, TicketAction, TicketView } from './contract';
import { toTicketRow } from './helpdesk-view';
import { whyNotCounted } from './why-not-counted';

const CUSTOMER_WAYS: Readonly<Record<number, string>> = {
  [CONVERSATION_SOURCE.twitter]: 'by Twitter',
  [CONVERSATION_SOURCE.facebook]: 'by Facebook',
  [CONVERSATION_SOURCE.phone]: 'by phone',
  [CONVERSATION_SOURCE.mobihelp]: 'by MobiHelp',
  [CONVERSATION_SOURCE.ecommerce]: 'by ecommerce',
  [CONVERSATION_SOURCE.survey]: 'in a survey',
};

function customerWords({ source, supportEmail }: Conversation): string {
  const way = CUSTOMER_WAYS[source] ?? (supportEmail === null ? 'by the ticket’s channel' : 'by e-mail');
  return `Customer wrote ${way}`;
}

const AGENT_WORDS: Readonly<Record<string, string>> = {
  reply: 'Agent replied',
  public_note: 'Agent wrote a public note',
  private_note: 'Private note',
  forward: 'Agent forwarded it',
};

function toMessage(conversation: Conversation): MessageRow {
  const { createdAt, isIncoming, isPrivate, kind, text } = conversation;
  const isCustomer = isIncoming && !isPrivate;
  const words = isCustomer ? customerWords(conversation) : (AGENT_WORDS[kind] ?? kind);
  return { at: createdAt, words, text, isCustomer };
}

const ON_THE_THREAD: readonly TicketAction[] = [
  'customer-reply',
  'agent-reply',
  'public-note',
  'private-note',
];

function actionsOn({ isArchived, isDeleted, isSpam, status }: Ticket): readonly TicketAction[] {
  if (isArchived) return ['customer-reply'];
  if (isDeleted) return ['customer-reply', 'restore'];
  const close: readonly TicketAction[] = status === STATUS.closed ? [] : ['close'];
  const spam: TicketAction = isSpam ? 'not-spam' : 'spam';
  return [...ON_THE_THREAD, ...close, 'change-group', 'merge', spam, 'delete'];
}

function mergeTargets(helpdesk: Helpdesk, ticketId: number): readonly number[] {
  return [...helpdesk.tickets.values()]
    .filter(({ id, purgedAt }) => id !== ticketId && purgedAt === null)
    .map(latestVersion)
    .filter(({ isDeleted, isSpam, isArchived }) => !isDeleted && !isSpam && !isArchived)
    .map(({ id }) => id)
    .slice(-50)
    .reverse();
}

/** The alert is the one ticket whose text is worth reading: it comes as HTML. */
function textOf(ticket: Ticket): string {
  if (!isAlert(ticket)) return '';
  const lines = ticket.description.split(/<[^>]+>/).map((line) => line.trim());
  return [ticket.subject, ...lines].filter((line) => line !== '').join('\n');
}

/** One ticket with its messages and the actions it allows; `cutOver` is when the app was installed. */
export function ticketView(helpdesk: Helpdesk, ticketId: number, cutOver: number | null): TicketView {
  const ticket = orRefuse(() => existingTicket(helpdesk, ticketId));
  const thread = (helpdesk.threads.get(ticketId) ?? []).flatMap((id) => {
    const conversation = helpdesk.conversations.get(id);
    return conversation === undefined ? [] : [toMessage(conversation)];
  });
  const record = helpdesk.tickets.get(ticketId);
  return {
    ...toTicketRow(helpdesk, record ?? { id: ticketId, versions: [], purgedAt: null }),
    groupId: ticket.groupId,
    whyNotCounted: whyNotCounted(record?.versions[0]?.ticket ?? ticket, cutOver),
    text: textOf(ticket),
    thread,
    actions: actionsOn(ticket),
    mergeTargets: mergeTargets(helpdesk, ticketId),
  };
}
