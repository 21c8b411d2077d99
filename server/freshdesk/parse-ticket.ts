import type { Ticket } from '../contacts/contact';
import { parseInstant } from '../contacts/instant';
import { readField, readId, readSource } from '../contacts/read-field';

/** Undefined: the ticket came without its stats. */
function respondedAt(stats: unknown): number | null | undefined {
  if (typeof stats !== 'object' || stats === null) return undefined;
  return parseInstant(readField(stats, 'requester_responded_at'));
}

function tagsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((tag): tag is string => typeof tag === 'string') : [];
}

function required(row: unknown): Pick<Ticket, 'id' | 'source' | 'createdAt' | 'updatedAt'> | null {
  const id = readId(readField(row, 'id'));
  const source = readSource(readField(row, 'source'));
  const createdAt = parseInstant(readField(row, 'created_at'));
  const updatedAt = parseInstant(readField(row, 'updated_at')) ?? createdAt;
  if (id === null || source === null || createdAt === null || updatedAt === null) return null;
  return { id, source, createdAt, updatedAt };
}

/** A ticket of the API reduced to what counting needs; null when it is not one (Freshdesk API: list and view a ticket). */
export function parseTicket(row: unknown): Ticket | null {
  const core = required(row);
  if (core === null) return null;
  return {
    ...core,
    groupId: readId(readField(row, 'group_id')),
    requesterId: readId(readField(row, 'requester_id')),
    requesterRespondedAt: respondedAt(readField(row, 'stats')),
    tags: tagsOf(readField(row, 'tags')),
    spam: readField(row, 'spam') === true,
    deleted: readField(row, 'deleted') === true,
  };
}
