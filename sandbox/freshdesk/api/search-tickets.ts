import type { Ticket } from '../model/ticket';
import { ticketAsOf } from '../model/ticket-versions';
import { isoSeconds } from '../model/iso-seconds';
import { canSee } from './access';
import type { Endpoint } from './endpoint';
import { invalidValue } from './refusals';
import { ticketRow } from './ticket-json';

const PER_PAGE = 30;
const MAX_QUERY_LENGTH = 512;

type Test = (ticket: Ticket) => boolean;

const DAY_FIELDS = { created_at: 'createdAt', updated_at: 'updatedAt' } as const;
const VALUE_FIELDS = { status: 'status', group_id: 'groupId', priority: 'priority', type: 'type' } as const;
const CLAUSE = /^([a-z_]+):([<>]?)(?:'([^']*)'|(\S+))$/;

const dayTest = (key: 'createdAt' | 'updatedAt', operator: string, day: string): Test => {
  const dayOf = (ticket: Ticket): string => isoSeconds(ticket[key]).slice(0, 10);
  if (operator === '>') {
    return (ticket) => dayOf(ticket) >= day;
  }
  return operator === '<' ? (ticket) => dayOf(ticket) <= day : (ticket) => dayOf(ticket) === day;
};

const isKey = <Fields extends object>(fields: Fields, name: string): name is keyof Fields & string =>
  Object.hasOwn(fields, name);

interface Clause {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

const clauseOf = (text: string): Clause | undefined => {
  const match = CLAUSE.exec(text);
  return match === null
    ? undefined
    : { field: String(match[1]), operator: String(match[2]), value: match[3] ?? String(match[4]) };
};

const testOf = (text: string): Test | undefined => {
  const clause = clauseOf(text);
  if (clause === undefined) {
    return undefined;
  }
  const { field, operator, value } = clause;
  if (isKey(DAY_FIELDS, field)) {
    return /^\d{4}-\d\d-\d\d$/.test(value) ? dayTest(DAY_FIELDS[field], operator, value) : undefined;
  }
  if (isKey(VALUE_FIELDS, field)) {
    const key = VALUE_FIELDS[field];
    return (ticket) => String(ticket[key]) === value;
  }
  return field === 'tag' ? (ticket) => ticket.tags.includes(value) : undefined;
};

const testsOf = (query: string): readonly Test[] | undefined => {
  if (!/^".*"$/.test(query) || query.length > MAX_QUERY_LENGTH + 2) {
    return undefined;
  }
  const tests = query
    .slice(1, -1)
    .split(' AND ')
    .map((clause) => testOf(clause.trim()));
  const known = tests.filter((test) => test !== undefined);
  return known.length === tests.length ? known : undefined;
};

/** `GET /api/v2/search/tickets`: 30 a page, 10 pages, days in UTC, an index that lags, nothing archived */
export const searchTickets: Endpoint = ({ helpdesk, limits, settings }, { query, caller }) => {
  const tests = testsOf(query.get('query') ?? '');
  const page = Number(query.get('page') ?? '1');
  if (tests === undefined) {
    return invalidValue('query', 'This cannot be searched for');
  }
  if (!Number.isInteger(page) || page < 1 || page > limits.maxSearchPages) {
    return invalidValue('page', `A page is a number from 1 to ${limits.maxSearchPages}`);
  }
  const indexedAt = helpdesk.clock.now() - settings.searchLagMs;
  const found = [...helpdesk.tickets.values()]
    .flatMap((record) => ticketAsOf(record, indexedAt) ?? [])
    .filter(({ isArchived, isDeleted, isSpam }) => !isArchived && !isDeleted && !isSpam)
    .filter((ticket) => canSee(caller, ticket) && tests.every((test) => test(ticket)));
  const results = found.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(ticketRow);
  return { status: 200, body: { total: found.length, results } };
};
