import {
  listGroups,
  listRoles,
  viewAccount,
  viewGroup,
  viewHelpdeskSettings,
  viewOwnAgent,
} from './account-endpoints';
import type { Endpoint } from './endpoint';
import type { EndpointFamily } from './endpoint-family';
import { listTickets } from './list-tickets';
import { searchTickets } from './search-tickets';
import { listAdminTicketFields, listTicketFields, viewAdminTicketField } from './ticket-fields';
import { listArchivedConversations, listConversations, viewArchivedTicket, viewTicket } from './view-ticket';
import { postNote, postTicket } from './write-endpoints';

/** One call of the API. */
export interface ApiRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly family: EndpointFamily;
  readonly endpoint: Endpoint;
}

/** Every emulated call; the first match answers. */
export const ROUTES: readonly ApiRoute[] = [
  { method: 'get', path: '/tickets', family: 'list', endpoint: listTickets },
  { method: 'get', path: '/tickets/archived/:id', family: 'archived', endpoint: viewArchivedTicket },
  {
    method: 'get',
    path: '/tickets/archived/:id/conversations',
    family: 'archived',
    endpoint: listArchivedConversations,
  },
  { method: 'get', path: '/tickets/:id', family: 'view', endpoint: viewTicket },
  { method: 'get', path: '/tickets/:id/conversations', family: 'conversations', endpoint: listConversations },
  { method: 'get', path: '/ticket_fields', family: 'fields', endpoint: listTicketFields },
  { method: 'get', path: '/admin/ticket_fields', family: 'fields', endpoint: listAdminTicketFields },
  { method: 'get', path: '/admin/ticket_fields/:id', family: 'fields', endpoint: viewAdminTicketField },
  { method: 'get', path: '/groups', family: 'groups', endpoint: listGroups },
  { method: 'get', path: '/groups/:id', family: 'groups', endpoint: viewGroup },
  { method: 'get', path: '/agents/me', family: 'agents', endpoint: viewOwnAgent },
  { method: 'get', path: '/roles', family: 'roles', endpoint: listRoles },
  { method: 'get', path: '/search/tickets', family: 'search', endpoint: searchTickets },
  { method: 'get', path: '/account', family: 'account', endpoint: viewAccount },
  { method: 'get', path: '/settings/helpdesk', family: 'account', endpoint: viewHelpdeskSettings },
  { method: 'post', path: '/tickets', family: 'create', endpoint: postTicket },
  { method: 'post', path: '/tickets/:id/notes', family: 'notes', endpoint: postNote },
];
