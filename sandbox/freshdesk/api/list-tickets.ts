import { requesterPayload } from '../events/actor';
import type { Ticket } from '../model/ticket';
import { canSee } from './access';
import type { ApiWorld, Endpoint } from './endpoint';
import { readListQuery } from './list-query';
import type { ListQuery } from './list-query';
import { pageOf, readPaging } from './paging';
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

interface CachedSelection {
  readonly key: string;
  readonly tickets: readonly Ticket[];
}
const lastSelection = new WeakMap<object, CachedSelection>();

/** The selection of the page before is used again while nothing changed; long histories are paged fast. */
const selection = ({ helpdesk, settings }: ApiWorld, list: ListQuery): readonly Ticket[] => {
  const { staleListMs } = settings;
  const moment = staleListMs > 0 || list.updatedSinceMs === undefined ? helpdesk.clock.now() : 'any';
  const { filter, updatedSinceMs, orderBy, isAscending } = list;
  const key = [helpdesk.revision, moment, staleListMs, filter, updatedSinceMs, orderBy, isAscending].join();
  const cached = lastSelection.get(helpdesk);
  if (cached?.key === key) {
    return cached.tickets;
  }
  const tickets = selectTickets(helpdesk, list, staleListMs);
  lastSelection.set(helpdesk, { key, tickets });
  return tickets;
};

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
  const visible = selection(world, query.list).filter((ticket) => canSee(request.caller, ticket));
  const { rows, headers } = pageOf(request, paged.paging, visible);
  return { status: 200, headers, body: rows.map(rowOf(query.list.includes)) };
};
