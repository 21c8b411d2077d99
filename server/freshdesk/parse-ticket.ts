import type { Ticket } from '../contacts/contact';
import { parseInstant } from '../contacts/instant';

type Fields = Readonly<Record<string, unknown>>;

/** A positive whole number that came as a number or as its digits; null for anything else. */
export function parseId(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}

function respondedAt(stats: unknown): number | null | undefined {
  if (typeof stats !== 'object' || stats === null) return undefined;
  return parseInstant((stats as Fields)['requester_responded_at']);
}

function tagsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((tag): tag is string => typeof tag === 'string') : [];
}

function required(fields: Fields): Pick<Ticket, 'id' | 'source' | 'createdAt' | 'updatedAt'> | null {
  const id = parseId(fields['id']);
  const source = fields['source'];
  const createdAt = parseInstant(fields['created_at']);
  const updatedAt = parseInstant(fields['updated_at']) ?? createdAt;
  if (id === null || typeof source !== 'number' || createdAt === null || updatedAt === null) return null;
  return { id, source, createdAt, updatedAt };
}

/** A ticket of the API reduced to what counting needs; null when it is not one (freshdesk-api: list and view items). */
export function parseTicket(value: unknown): Ticket | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Fields;
  const core = required(fields);
  if (core === null) return null;
  return {
    ...core,
    groupId: parseId(fields['group_id']),
    requesterId: parseId(fields['requester_id']),
    requesterRespondedAt: respondedAt(fields['stats']),
    tags: tagsOf(fields['tags']),
    spam: fields['spam'] === true,
    deleted: fields['deleted'] === true,
  };
}
