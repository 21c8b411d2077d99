import { parseInstant } from '../values/instant';
import {
  isFilledText,
  readField,
  readFlag,
  readId,
  readPath,
  readSource,
  type Parsed,
} from '../values/read-field';

/** What onTicketCreate and onTicketUpdate say about a ticket, reduced to what counting needs. */
export interface TicketEvent {
  readonly id: number;
  readonly source: number;
  readonly groupId: number | null;
  /** Milliseconds since 1970, whole seconds, like every time here. */
  readonly createdAt: number;
  /** The time of creation when the event does not say. */
  readonly updatedAt: number;
  /** An agent started this ticket by e-mail. Freshdesk's API does not show it. */
  readonly outboundEmail: boolean;
  /** A migration tool wrote this ticket (`import_id` is set). Freshdesk's API does not show it. */
  readonly imported: boolean;
  readonly spam: boolean;
  readonly deleted: boolean;
  readonly tags: readonly string[];
}

const TICKET = ['data', 'ticket'] as const;

/** Where the platform was seen to put what an update changed, the likeliest first. */
const CHANGES = [
  [...TICKET, 'changes'],
  ['data', 'changes'],
  ['data', 'changes', 'model_changes'],
] as const;

/** Reads `changes.<name>: [old, new]`; null when no place has it. */
function readChangedTo(payload: unknown, name: string): boolean | null {
  const changed = CHANGES.map((path) => readFlag(readPath(payload, [...path, name, '1'])));
  return changed.find((flag) => flag !== null) ?? null;
}

/** The snapshot is the state after the update and decides; the list of changes only stands in for a missing field. */
function readState(payload: unknown, name: 'spam' | 'deleted'): boolean {
  return readFlag(readPath(payload, [...TICKET, name])) ?? readChangedTo(payload, name) ?? false;
}

function readTags(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((tag): tag is string => typeof tag === 'string') : [];
}

function isSet(importId: unknown): boolean {
  return isFilledText(importId) || readId(importId) !== null;
}

/** Reads a ticket event's payload and never throws; what is refused has no ticket that could be counted. */
export function parseTicketEvent(payload: unknown): Parsed<TicketEvent> {
  const ticket = readPath(payload, TICKET);
  const id = readId(readField(ticket, 'id'));
  const source = readSource(readField(ticket, 'source'));
  const createdAt = parseInstant(readField(ticket, 'created_at'));
  if (id === null) {
    return { ok: false, reason: 'the event has no ticket id' };
  }
  if (source === null) {
    return { ok: false, reason: 'the ticket has no source' };
  }
  if (createdAt === null) {
    return { ok: false, reason: 'the ticket has no time of creation' };
  }
  return { ok: true, value: { id, source, createdAt, ...readRest(payload, ticket, createdAt) } };
}

function readRest(
  payload: unknown,
  ticket: unknown,
  createdAt: number,
): Omit<TicketEvent, 'id' | 'source' | 'createdAt'> {
  return {
    groupId: readId(readField(ticket, 'group_id')),
    updatedAt: parseInstant(readField(ticket, 'updated_at')) ?? createdAt,
    outboundEmail: readFlag(readField(ticket, 'outbound_email')) === true,
    imported: isSet(readField(ticket, 'import_id')),
    spam: readState(payload, 'spam'),
    deleted: readState(payload, 'deleted'),
    tags: readTags(readField(ticket, 'tags')),
  };
}
