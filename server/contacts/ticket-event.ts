import { parseInstant } from '../values/instant';
import { readField, readFlag, readId, readSource, readTexts, type Parsed } from '../values/read-field';

/** What an update says that it changed. */
export interface TicketChanges {
  /** The group before (null: none); absent: the group was not changed, or the event does not say. */
  readonly groupBefore?: number | null;
  /** Flags that it turned. */
  readonly turned: readonly ('spam' | 'deleted')[];
}

/** A ticket in onTicketCreate and onTicketUpdate, reduced to what counting needs. */
export interface TicketEvent extends TicketChanges {
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
  readonly requesterId: number | null;
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

/** The value before an update, wherever the platform puts it; undefined: the event does not say. */
function readBefore(payload: unknown, name: string): unknown {
  const pairs = CHANGES.map((path) => readField(payload, ...path, name));
  return readField(pairs.find(Array.isArray), '0');
}

function readChanges(payload: unknown): TicketChanges {
  const flags = ['spam', 'deleted'] as const;
  const turned = flags.filter((name) => {
    const before = readFlag(readBefore(payload, name));
    return before !== null && before !== readState(payload, name);
  });
  const before = readBefore(payload, 'group_id');
  return { turned, ...(before === undefined ? {} : { groupBefore: readId(before) }) };
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
      requesterId: readId(readField(ticket, 'requester_id')),
      ...readChanges(payload),
    },
  };
}
