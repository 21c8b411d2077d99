import type { Helpdesk } from '../../freshdesk/model/helpdesk';
import { STATUS, type Ticket, type TicketRecord } from '../../freshdesk/model/ticket';
import { latestVersion } from '../../freshdesk/model/ticket-versions';
import type { HelpdeskView, TicketRow } from './contract';

const STATUS_WORDS: Readonly<Record<number, string>> = {
  [STATUS.open]: 'open',
  [STATUS.pending]: 'pending',
  [STATUS.resolved]: 'resolved',
  [STATUS.closed]: 'closed',
};

/** Flags that replace the status, strongest first. */
const FLAGS: readonly (readonly [(ticket: Ticket, record: TicketRecord) => boolean, string])[] = [
  [(_ticket, { purgedAt }) => purgedAt !== null, 'gone'],
  [({ isDeleted }) => isDeleted, 'deleted'],
  [({ isSpam }) => isSpam, 'spam'],
  [({ isArchived }) => isArchived, 'archived'],
];

function stateOf(ticket: Ticket, record: TicketRecord): string {
  const flag = FLAGS.find(([applies]) => applies(ticket, record));
  return flag?.[1] ?? STATUS_WORDS[ticket.status] ?? `status ${ticket.status}`;
}

/** A group's name, or its placeholder. */
function groupName(helpdesk: Helpdesk, groupId: number | null): string {
  if (groupId === null) return 'No group';
  const group = helpdesk.groups.get(groupId);
  const isGone = group === undefined || group.deletedAt !== null;
  return isGone ? `${group?.name ?? groupId} (deleted group)` : group.name;
}

/** Creates the list row of a ticket. */
export function toTicketRow(helpdesk: Helpdesk, record: TicketRecord): TicketRow {
  const ticket = latestVersion(record);
  return {
    id: ticket.id,
    group: groupName(helpdesk, ticket.groupId),
    source: helpdesk.sources.get(ticket.source) ?? `Source ${ticket.source}`,
    state: stateOf(ticket, record),
    createdAt: ticket.createdAt,
    messages: (helpdesk.threads.get(ticket.id) ?? []).length,
  };
}

/** The helpdesk with its newest tickets. */
export function helpdeskView(helpdesk: Helpdesk, maxTickets: number): HelpdeskView {
  const records = [...helpdesk.tickets.values()];
  return {
    domain: helpdesk.account.domain,
    groups: [...helpdesk.groups.values()].map(({ id, name, deletedAt }) => ({
      id,
      name,
      isDeleted: deletedAt !== null,
    })),
    sources: [...helpdesk.sources].map(([id, label]) => ({ id, label })),
    agents: [...helpdesk.agents.values()].map(({ name, role, apiKey }) => ({ name, role, apiKey })),
    tickets: records
      .slice(-maxTickets)
      .reverse()
      .map((record) => toTicketRow(helpdesk, record)),
    ticketCount: records.length,
  };
}
