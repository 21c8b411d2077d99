import { isJsonObject, type JsonObject } from '../support/json-value';
import type { ContactEvent } from './contact-event';

/**
 * What injixo's integration does itself with the Freshdesk key that it was given: it imports the history. How the real one
 * does it is not public; only that its queues are named by the convention. Their identifiers are its own.
 */

/** The Freshdesk API that the key of an integration opens. */
export interface FreshdeskAccess {
  readonly origin: string;
  readonly apiKey: string;
}

/** Identifiers of queues that injixo made itself begin with this. */
const OWN_IDENTIFIER = 'injixo-import:';

/** True for what injixo imported itself. */
export function isOwnImport({ queueIdentifier }: Pick<ContactEvent, 'queueIdentifier'>): boolean {
  return queueIdentifier.startsWith(OWN_IDENTIFIER);
}

const PAGE = 100;
/** Tickets that no customer opened: an agent's outbound e-mail, and a task inside a chat. */
const NOT_BY_CUSTOMERS: readonly unknown[] = [10, 14];
/** Conversations that are no replies: a survey's answer, and a forward. */
const NO_REPLIES: readonly unknown[] = [6, 8];
/** The ticket source of a reply's own channel. */
const CHANNELS: Readonly<Record<number, number>> = { 5: 5, 7: 6, 9: 3, 10: 8, 11: 11 };
/** Freshdesk's own sources, whose names are written in lower case. */
const LAST_OWN_SOURCE = 22;

async function ask({ origin, apiKey }: FreshdeskAccess, path: string): Promise<readonly JsonObject[]> {
  const authorization = `Basic ${Buffer.from(`${apiKey}:X`).toString('base64')}`;
  const answer = await fetch(`${origin}/api/v2/${path}`, { headers: { authorization } });
  if (!answer.ok) throw new Error(`Freshdesk answered injixo's import with ${answer.status}.`);
  const body: unknown = await answer.json();
  return Array.isArray(body) ? body.filter(isJsonObject) : [];
}

async function askAll(access: FreshdeskAccess, path: string): Promise<readonly JsonObject[]> {
  const rows: JsonObject[] = [];
  for (let page = 1; ; page += 1) {
    const more = await ask(access, `${path}&per_page=${PAGE}&page=${page}`);
    rows.push(...more);
    if (more.length < PAGE) return rows;
  }
}

type Namer = (groupId: unknown, source: number) => string;

async function readNames(access: FreshdeskAccess): Promise<Namer> {
  const groups = new Map((await askAll(access, 'groups?')).map(({ id, name }) => [id, String(name)]));
  const fields = await ask(access, 'ticket_fields?type=default_source');
  const choices = isJsonObject(fields[0]?.['choices']) ? fields[0]['choices'] : {};
  const labels = new Map(Object.entries(choices).map(([label, id]) => [Number(id), label]));
  return (groupId, source) => {
    const label = labels.get(source) ?? `source ${source}`;
    const group = groupId === null ? 'No group' : groups.get(groupId);
    return group === undefined
      ? 'Unknown group/source'
      : `${group} ${source <= LAST_OWN_SOURCE ? label.toLowerCase() : label}`;
  };
}

function contactOf(
  { group_id: groupId, source: own }: JsonObject,
  { at, kind, source = Number(own), name }: { at: unknown; kind: string; source?: number; name: string },
): ContactEvent {
  return {
    queueName: `${name} ${kind}`,
    queueIdentifier: `${OWN_IDENTIFIER}${String(groupId ?? 'none')}:${source}:${kind.toLowerCase()}`,
    timestamp: String(at),
    channel: 'cases',
    offered: true,
    handled: true,
  };
}

async function repliesOf(
  access: FreshdeskAccess,
  ticket: JsonObject,
  nameOf: Namer,
): Promise<readonly ContactEvent[]> {
  const stats = isJsonObject(ticket['stats']) ? ticket['stats'] : {};
  if (typeof stats['requester_responded_at'] !== 'string') return [];
  const all = await askAll(access, `tickets/${String(ticket['id'])}/conversations?`);
  const replies = all.filter((each) => {
    return each['incoming'] === true && each['private'] === false && !NO_REPLIES.includes(each['source']);
  });
  return replies.map((reply) => {
    const byMail = Array.isArray(reply['to_emails']) && reply['to_emails'].length > 0;
    const source = CHANNELS[Number(reply['source'])] ?? (byMail ? 1 : Number(ticket['source']));
    const name = nameOf(ticket['group_id'], source);
    return contactOf(ticket, { at: reply['created_at'], kind: 'Replies', source, name });
  });
}

/** The contacts of the past, as Freshdesk shows them now: tickets and the replies of their customers. */
export async function readPast(access: FreshdeskAccess): Promise<readonly ContactEvent[]> {
  const nameOf = await readNames(access);
  const since = 'updated_since=2015-01-01T00:00:00Z&order_by=updated_at&order_type=asc&include=stats';
  const contacts: ContactEvent[] = [];
  for (const ticket of await askAll(access, `tickets?${since}`)) {
    const name = nameOf(ticket['group_id'], Number(ticket['source']));
    if (!NOT_BY_CUSTOMERS.includes(ticket['source']))
      contacts.push(contactOf(ticket, { at: ticket['created_at'], kind: 'Tickets', name }));
    contacts.push(...(await repliesOf(access, ticket, nameOf)));
  }
  return contacts;
}
