import type { Account, Answer, Asked } from './network';

/** A ticket as Freshdesk's API shows it. */
export interface Ticket {
  readonly id: number;
  readonly group_id: number | null;
  readonly source: number;
  readonly status: number;
  readonly requester_id: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly spam: boolean;
  readonly deleted: boolean;
  readonly tags: readonly string[];
  readonly stats: { readonly requester_responded_at: string | null };
}

/** A conversation as Freshdesk's API shows it. */
export interface Conversation {
  readonly id: number;
  readonly ticket_id: number;
  readonly user_id: number;
  readonly incoming: boolean;
  readonly private: boolean;
  readonly source: number;
  readonly support_email: string | null;
  readonly to_emails: readonly string[];
  readonly created_at: string;
  readonly body_text: string;
}

/** An account of Freshdesk, and what a test changes and looks at. */
export interface Freshdesk {
  readonly account: Account;
  /** Adds a ticket, or changes the one of this id. */
  putTicket(ticket: Partial<Ticket> & Pick<Ticket, 'id' | 'created_at'>): void;
  /** Adds a reply of the customer, and notes it at its ticket. */
  addReply(reply: Partial<Conversation> & Pick<Conversation, 'id' | 'ticket_id' | 'created_at'>): void;
  /** Bodies of the requests that wrote something. */
  readonly written: readonly unknown[];
  readonly groups: Map<number, string>;
  /** Answers in place of the account; undefined: the account answers. */
  answer: (asked: Asked) => Answer | undefined;
}

const EMPTY_TICKET = { group_id: null, source: 1, status: 2, requester_id: 90777, tags: [] };
const REPLY = { user_id: 90777, incoming: true, private: false, source: 0, body_text: 'Sample reply' };
const BY_EMAIL = { support_email: 'help@example.com', to_emails: ['help@example.com'] };

const SEARCH = /^(?<field>tag|created_at|updated_at):(?<after>>?)'(?<value>[^']+)'/;

/** The tickets that a search finds; of conditions in a row, the first counts. */
function search(tickets: readonly Ticket[], query: string): readonly Ticket[] {
  const { field = '', after = '', value = '' } = SEARCH.exec(query.slice(1, -1))?.groups ?? {};
  if (field === 'tag') return tickets.filter(({ tags }) => tags.includes(value));
  return tickets.filter((ticket) => {
    const day = String(ticket[field as 'created_at']).slice(0, 10);
    return after === '' ? day === value : day >= value;
  });
}

const page = <T>(rows: readonly T[], { page: number = '1', per_page: size = '30' }): readonly T[] =>
  rows.slice((Number(number) - 1) * Number(size), Number(number) * Number(size));

const FILTERS: Readonly<Record<string, (ticket: Ticket) => boolean>> = {
  spam: ({ spam }) => spam,
  deleted: ({ deleted }) => deleted,
  none: ({ spam, deleted }) => !spam && !deleted,
};

function list(tickets: readonly Ticket[], query: Asked['query']): readonly Ticket[] {
  const since = Date.parse(query['updated_since'] ?? '1970-01-01T00:00:00Z');
  const by = query['order_by'] === 'created_at' ? 'created_at' : 'updated_at';
  const sign = query['order_type'] === 'desc' ? -1 : 1;
  const shown = tickets
    .filter(FILTERS[query['filter'] ?? 'none'] ?? (() => false))
    .filter((ticket) => Date.parse(ticket.updated_at) >= since)
    .sort((a, b) => sign * a[by].localeCompare(b[by]));
  return page(shown, query);
}

/** Creates an account with the group CustomerService (351) and no ticket. */
export function createFreshdesk(now: () => number): Freshdesk {
  const tickets = new Map<number, Ticket>();
  const conversations = new Map<number, Conversation[]>();
  const groups = new Map([[351, 'CustomerService']]);
  const written: unknown[] = [];
  const all = (): readonly Ticket[] => [...tickets.values()];
  const agent = { id: 1, ticket_scope: 1, role_ids: [7], contact: { time_zone: 'Berlin' } };

  /** What can be read, by path; a part in brackets is an id. */
  const READS: readonly (readonly [RegExp, (id: number, query: Asked['query']) => unknown])[] = [
    [/^\/tickets$/, (_id, query) => list(all(), query)],
    [/^\/tickets\/(\d+)$/, (id) => tickets.get(id)],
    [/^\/tickets\/(\d+)\/conversations$/, (id, query) => page(conversations.get(id) ?? [], query)],
    [
      /^\/search\/tickets$/,
      (_id, { query = '' }) => {
        const results = search(all(), query);
        return { total: results.length, results };
      },
    ],
    [/^\/groups\/(\d+)$/, (id) => (groups.has(id) ? { id, name: groups.get(id) } : undefined)],
    [
      /^\/ticket_fields$/,
      () => [
        { type: 'default_group', choices: Object.fromEntries([...groups].map(([id, name]) => [name, id])) },
        { type: 'default_source', choices: { Email: 1, Kiosk: 101 } },
      ],
    ],
    [/^\/agents\/me$/, () => agent],
    [/^\/roles$/, () => [{ id: 7, name: 'Account Administrator', default: true }]],
    [/^\/admin\/ticket_fields$/, () => []],
    [/^\/account$/, () => ({ timezone: 'Berlin' })],
  ];

  function readAt(path: string, query: Asked['query']): unknown {
    for (const [pattern, read] of READS) {
      const match = pattern.exec(path);
      if (match !== null) return read(Number(match[1]), query);
    }
    return undefined;
  }

  const freshdesk: Freshdesk = {
    groups,
    written,
    answer: () => undefined,
    putTicket(ticket) {
      const before = tickets.get(ticket.id) ?? {
        ...{ ...EMPTY_TICKET, spam: false, deleted: false, updated_at: ticket.created_at },
        stats: { requester_responded_at: null },
      };
      tickets.set(ticket.id, { ...before, ...ticket });
    },
    addReply(reply) {
      const before = conversations.get(reply.ticket_id) ?? [];
      conversations.set(reply.ticket_id, [...before, { ...REPLY, ...BY_EMAIL, ...reply }]);
      const ticket = tickets.get(reply.ticket_id);
      const at = reply.created_at;
      if (ticket !== undefined)
        tickets.set(ticket.id, { ...ticket, updated_at: at, stats: { requester_responded_at: at } });
    },
    account: (asked) => {
      const headers = {
        date: new Date(now()).toUTCString(),
        'x-ratelimit-total': '400',
        'x-ratelimit-remaining': '390',
      };
      const given = freshdesk.answer(asked);
      if (given !== undefined) return 'fails' in given ? given : { headers, ...given };
      const path = asked.path.replace('/api/v2', '');
      if (asked.method === 'POST') {
        written.push(asked.body);
        return { status: 201, headers, body: { id: 9000 + written.length } };
      }
      const body = readAt(path, asked.query);
      return body === undefined ? { status: 404, headers, body: {} } : { status: 200, headers, body };
    },
  };
  return freshdesk;
}
