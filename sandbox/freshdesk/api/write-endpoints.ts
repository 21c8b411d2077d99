import { addConversation } from '../actions/add-conversation';
import type { NewConversation } from '../actions/add-conversation';
import { createTicket } from '../actions/create-ticket';
import { objectOf, type JsonObject } from '../../support/json-value';
import { CONVERSATION_SOURCE } from '../model/conversation';
import type { Helpdesk } from '../model/helpdesk';
import type { Agent } from '../model/people';
import { STATUS } from '../model/ticket';
import type { Ticket } from '../model/ticket';
import { TICKET_SOURCE } from '../model/ticket-source';
import { latestVersion } from '../model/ticket-versions';
import { canSee } from './access';
import { conversationJson } from './conversation-json';
import type { Endpoint } from './endpoint';
import { ACCESS_DENIED, NOT_FOUND, validationFailed } from './refusals';
import type { FieldError } from './refusals';
import { descriptionJson, ticketRow } from './ticket-json';

const REQUESTER_KEYS = ['requester_id', 'email', 'phone', 'twitter_id', 'unique_external_id', 'facebook_id'];

const numberOr = <Fallback>(value: unknown, fallback: Fallback): number | Fallback =>
  typeof value === 'number' ? value : fallback;

const textOr = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback);

const tagsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((tag) => typeof tag === 'string') : [];

const missing = (field: string): FieldError => ({
  field,
  message: 'It should be given',
  code: 'missing_field',
});

/** Missing fields of a new ticket. */
const complaints = (fields: JsonObject): readonly FieldError[] => [
  ...(REQUESTER_KEYS.some((key) => fields[key] !== undefined) ? [] : [missing('requester_id')]),
  ...['status', 'priority', 'source', 'group_id']
    .filter((key) => fields[key] !== undefined && typeof fields[key] !== 'number')
    .map((field) => ({ field, message: 'It should be a number', code: 'datatype_mismatch' })),
  ...(fields['tags'] === undefined || Array.isArray(fields['tags'])
    ? []
    : [{ field: 'tags', message: 'It should be a list', code: 'datatype_mismatch' }]),
];

/** `POST /api/v2/tickets`: creates a real ticket with its events */
export const postTicket: Endpoint = ({ helpdesk }, { body, caller }) => {
  const fields = objectOf(body);
  const errors = complaints(fields);
  if (errors.length > 0) {
    return validationFailed(...errors);
  }
  const ticket = createTicket(helpdesk, {
    source: numberOr(fields['source'], TICKET_SOURCE.portal),
    groupId: numberOr(fields['group_id'], null),
    status: numberOr(fields['status'], STATUS.open),
    subject: textOr(fields['subject'], ''),
    description: textOr(fields['description'], ''),
    requesterId: numberOr(fields['requester_id'], helpdesk.nextId()),
    tags: tagsOf(fields['tags']),
    repeatsDescription: false,
    actor: { kind: 'agent', agent: caller },
  });
  return { status: 201, body: { ...ticketRow(ticket), ...descriptionJson(ticket) } };
};

const noteOf = (fields: JsonObject, text: string, caller: Agent): NewConversation => {
  const isPrivate = fields['private'] !== false;
  return {
    userId: numberOr(fields['user_id'], caller.id),
    isIncoming: fields['incoming'] === true,
    isPrivate,
    text,
    source: CONVERSATION_SOURCE.note,
    category: isPrivate ? 2 : 3,
    kind: isPrivate ? 'private_note' : 'public_note',
  };
};

const writableTicket = (helpdesk: Helpdesk, id: number): Ticket | undefined => {
  const record = helpdesk.tickets.get(id);
  const ticket = record === undefined || record.purgedAt !== null ? undefined : latestVersion(record);
  return ticket?.isArchived === true ? undefined : ticket;
};

/** `POST /api/v2/tickets/{id}/notes`: private by default */
export const postNote: Endpoint = ({ helpdesk }, { body, caller, params }) => {
  const ticket = writableTicket(helpdesk, Number(params['id']));
  if (ticket === undefined) {
    return NOT_FOUND;
  }
  if (!canSee(caller, ticket)) {
    return ACCESS_DENIED;
  }
  const fields = objectOf(body);
  const text = fields['body'];
  if (typeof text !== 'string') {
    return validationFailed(missing('body'));
  }
  const actor = { kind: 'agent', agent: caller } as const;
  const conversation = addConversation(helpdesk, ticket.id, { what: noteOf(fields, text, caller), actor });
  return { status: 201, body: conversationJson(conversation) };
};
