import { requesterPayload } from '../events/actor';
import type { Ticket } from '../model/ticket';
import { canSee } from './access';
import type { Endpoint } from './endpoint';
import { readListQuery } from './list-query';
import { pageOf, readPaging, shortened } from './paging';
import { invalidValue } from './refusals';
import { selectTickets } from './select-tickets';
import { descriptionJson, statsJson, ticketRow } from './ticket-json';

const rowOf =
  (includes: ReadonlySet<string>) =>
  (ticket: Ticket): Record<string, unknown> => ({
    ...ticketRow(ticket),
    ...(includes.has('stats') ? { stats: statsJson(ticket.stats) } : {}),
    ...(includes.has('requester') ? { requester: requesterPayload(ticket.requesterId) } : {}),
    ...(includes.has('description') ? descriptionJson(ticket) : {}),
  });

/** `GET /api/v2/tickets` */
export const listTickets: Endpoint = (world, request) => {
  const query = readListQuery(request.query);
  if ('refusal' in query) {
    return query.refusal;
  }
  const paged = readPaging(request.query, world.limits.maxPerPage);
  if ('refusal' in paged) {
    return paged.refusal;
  }
  if (paged.paging.page > world.limits.maxListPages) {
    return invalidValue('page', `You cannot access tickets beyond the ${world.limits.maxListPages}th page`);
  }
  const { helpdesk, settings } = world;
  const tickets = selectTickets(helpdesk, query.list, settings.staleListMs);
  const visible = tickets.filter((ticket) => canSee(request.caller, ticket));
  const { rows, headers } = pageOf(request, shortened(paged.paging, settings.rowsShort), visible);
  return { status: 200, headers, body: rows.map(rowOf(query.list.includes)) };
};
