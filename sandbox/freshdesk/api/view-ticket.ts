import { requesterPayload } from '../events/actor';
import type { Helpdesk } from '../model/helpdesk';
import type { Ticket } from '../model/ticket';
import { latestVersion } from '../model/ticket-versions';
import type { Answer } from '../../support/stand-in/answer';
import { canSee } from './access';
import type { ApiRequest } from './api-request';
import { conversationJson, threadOf } from './conversation-json';
import type { ApiWorld, Endpoint } from './endpoint';
import { pageOf, readPaging, shortened } from './paging';
import { ACCESS_DENIED, NOT_FOUND, invalidValue } from './refusals';
import { descriptionJson, statsJson, ticketRow } from './ticket-json';

const MAX_INCLUDED_CONVERSATIONS = 10;
const INCLUDES = new Set(['stats', 'conversations', 'requester']);

const findTicket = (helpdesk: Helpdesk, request: ApiRequest): Ticket | undefined => {
  const record = helpdesk.tickets.get(Number(request.params['id']));
  return record === undefined || record.purgedAt !== null ? undefined : latestVersion(record);
};

const TRASH_REFUSALS = { '200': undefined, '403': ACCESS_DENIED, '404': NOT_FOUND } as const;

/** The live ticket of a call, or the reason why it cannot be seen. */
const liveTicket = (
  { helpdesk, settings }: ApiWorld,
  request: ApiRequest,
): { readonly ticket: Ticket } | { readonly refusal: Answer } => {
  const ticket = findTicket(helpdesk, request);
  if (ticket === undefined || ticket.isArchived) {
    return { refusal: NOT_FOUND };
  }
  if (!canSee(request.caller, ticket)) {
    return { refusal: ACCESS_DENIED };
  }
  const refusal = ticket.isDeleted ? TRASH_REFUSALS[settings.trashView] : undefined;
  return refusal === undefined ? { ticket } : { refusal };
};

const viewJson = (ticket: Ticket): Record<string, unknown> => ({
  ...ticketRow(ticket),
  ...descriptionJson(ticket),
  attachments: [],
});

const conversationsOf = (helpdesk: Helpdesk, ticket: Ticket): readonly Record<string, unknown>[] =>
  threadOf(helpdesk, ticket.id).slice(0, MAX_INCLUDED_CONVERSATIONS).map(conversationJson);

/** `GET /api/v2/tickets/{id}` */
export const viewTicket: Endpoint = (world, request) => {
  const includes = (request.query.get('include') ?? '').split(',').filter((name) => name !== '');
  if (includes.some((name) => !INCLUDES.has(name))) {
    return invalidValue('include', 'Nothing of this name can be included');
  }
  const found = liveTicket(world, request);
  if ('refusal' in found) {
    return found.refusal;
  }
  const { ticket } = found;
  const body = {
    ...viewJson(ticket),
    ...(includes.includes('stats') ? { stats: statsJson(ticket.stats) } : {}),
    ...(includes.includes('requester') ? { requester: requesterPayload(ticket.requesterId) } : {}),
    ...(includes.includes('conversations') ? { conversations: conversationsOf(world.helpdesk, ticket) } : {}),
  };
  return { status: 200, body };
};

const listThread = (
  { helpdesk, limits, settings }: ApiWorld,
  request: ApiRequest,
  ticket: Ticket,
): Answer => {
  const paged = readPaging(request.query, limits.maxPerPage);
  if ('refusal' in paged) {
    return paged.refusal;
  }
  const { rows, headers } = pageOf(
    request,
    shortened(paged.paging, settings.rowsShort),
    threadOf(helpdesk, ticket.id),
  );
  return { status: 200, headers, body: rows.map(conversationJson) };
};

/** `GET /api/v2/tickets/{id}/conversations` */
export const listConversations: Endpoint = (world, request) => {
  const found = liveTicket(world, request);
  return 'refusal' in found ? found.refusal : listThread(world, request, found.ticket);
};

const archivedTicket = (
  { helpdesk }: ApiWorld,
  request: ApiRequest,
): { readonly ticket: Ticket } | { readonly refusal: Answer } => {
  const ticket = findTicket(helpdesk, request);
  if (ticket === undefined || !ticket.isArchived) {
    return { refusal: NOT_FOUND };
  }
  return canSee(request.caller, ticket) ? { ticket } : { refusal: ACCESS_DENIED };
};

/** `GET /api/v2/tickets/archived/{id}` */
export const viewArchivedTicket: Endpoint = (world, request) => {
  const found = archivedTicket(world, request);
  return 'refusal' in found
    ? found.refusal
    : { status: 200, body: { ...viewJson(found.ticket), archived: true } };
};

/** `GET /api/v2/tickets/archived/{id}/conversations` */
export const listArchivedConversations: Endpoint = (world, request) => {
  const found = archivedTicket(world, request);
  return 'refusal' in found ? found.refusal : listThread(world, request, found.ticket);
};
