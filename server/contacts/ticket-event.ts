import { parseInstant } from '../values/instant';
import { readField, readFlag, readId, readSource, readTexts, type Parsed } from '../values/read-field';

/** A ticket in onTicketCreate and onTicketUpdate, reduced to what counting needs. */
export interface TicketEvent {
  readonly id: number;
  readonly source: number;
  readonly groupId: number | null;
  /** Milliseconds since 1970, whole seconds, like every time here. */
  readonly createdAt: number;
  /** The time of creation when the event has none. */
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

/** Where the platform puts the changes of an update, the likeliest place first. */
const CHANGES = [
  [...TICKET, 'changes'],
  ['data', 'changes'],
  ['data', 'changes', 'model_changes'],
] as const;

/** The state after the update: the ticket's own field decides, the list of changes only replaces a missing one. */
function readState(payload: unknown, name: 'spam' | 'deleted'): boolean {
  const places = [[...TICKET, name], ...CHANGES.map((path) => [...path, name, '1'])];
  const flags = places.map((path) => readFlag(readField(payload, ...path)));
  return flags.find((flag) => flag !== null) ?? false;
}

/** Reads a ticket event's payload. Never throws; refuses what has no ticket that could be counted. */
export function parseTicketEvent(payload: unknown): Parsed<TicketEvent> {
  const ticket = readField(payload, ...TICKET);
  const id = readId(readField(ticket, 'id'));
  const source = readSource(readField(ticket, 'source'));
  const createdAt = parseInstant(readField(ticket, 'created_at'));
  if (id === null) return { ok: false, reason: 'the event has no ticket id' };
  if (source === null) return { ok: false, reason: 'the ticket has no source' };
  if (createdAt === null) return { ok: false, reason: 'the ticket has no time of creation' };
  const importId = readField(ticket, 'import_id');
  return {
    ok: true,
    value: {
      id,
      source,
      createdAt,
      groupId: readId(readField(ticket, 'group_id')),
      updatedAt: parseInstant(readField(ticket, 'updated_at')) ?? createdAt,
      outboundEmail: readFlag(readField(ticket, 'outbound_email')) === true,
      imported: (typeof importId === 'string' && importId.trim() !== '') || readId(importId) !== null,
      spam: readState(payload, 'spam'),
      deleted: readState(payload, 'deleted'),
      tags: readTexts(readField(ticket, 'tags')),
    },
  };
}
