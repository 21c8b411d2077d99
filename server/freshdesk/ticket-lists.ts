import type { Ticket } from '../contacts/contact';
import type { RunBudget } from '../platform/run-budget';
import { LIMITS } from '../values/limits';
import type { FreshdeskAnswer, FreshdeskProblem } from './client';
import type { PageReaders } from './page-readers';
import { readTickets, type Cursor } from './ticket-list-cursor';
import type { TicketPage } from './tickets';

/** The ticket lists of a run. */
export interface TicketLists {
  /** The tickets that lists of this run showed. */
  readonly listed: ReadonlyMap<number, Ticket>;
  /** Freshdesk's time (ms), by its latest answer to a list in this run; never later than the app's own, whatever it answers. */
  time(): number;
  /** Reads the page at a cursor. One call, charged as three; null when the run's list pages are used. */
  listPage(cursor: Cursor): Promise<FreshdeskAnswer<TicketPage> | null>;
  /** Reads a page, adds its tickets to `listed`, and stores Freshdesk's clock, or the problem. */
  showPage(cursor: Cursor): Promise<FreshdeskAnswer<TicketPage> | null>;
  /**
   * Lists changed tickets until the wanted ones were shown but for so many, or the list ends; null, or the problem that ended
   * it. At most five pages a run.
   */
  findListed(
    since: number,
    wanted: ReadonlySet<number>,
    mayStayUnseen: number,
  ): Promise<FreshdeskProblem | null>;
  /** True when a list was answered in this run. */
  hasListed(): boolean;
  /** True when a list of this run was read to its end, from this moment (ms) on. */
  hasListedAll(since: number): boolean;
}

/** What the lists need of a session. */
interface ListCalls extends Pick<PageReaders, 'readPage'> {
  note(problem: FreshdeskProblem): void;
}

/** What ended a list of this run and would end the others. */
const OF_ALL_LISTS: readonly FreshdeskProblem['kind'][] = ['throttled', 'unreachable'];

/** Reads pages of lists while the run has any left, and none after one that failed for all lists. */
function createListPage(readPage: ListCalls['readPage']): TicketLists['listPage'] {
  let pagesLeft: number = LIMITS.listPagesPerRun;
  let failed: FreshdeskAnswer<TicketPage> | null = null;
  return async (cursor) => {
    // Asking again in the same run would take the time that single tickets need.
    if (failed !== null || pagesLeft <= 0) return failed;
    pagesLeft -= 1;
    const answer = await readPage(cursor);
    if (!answer.ok && OF_ALL_LISTS.includes(answer.problem.kind)) failed = answer;
    return answer;
  };
}

/** Opens the lists of a run. */
export function createLists(
  { budget, now }: { readonly budget: Pick<RunBudget, 'mayAsk'>; readonly now: () => number },
  { readPage, note }: ListCalls,
): TicketLists {
  const listed = new Map<number, Ticket>();
  const run = { hasListed: false, wholeSince: Infinity, behindMs: 0 };
  const listPage = createListPage(readPage);
  function show({ tickets, full }: TicketPage, since: number): void {
    run.hasListed = true;
    if (!full) run.wholeSince = Math.min(run.wholeSince, since);
    for (const ticket of tickets) listed.set(ticket.id, ticket);
  }
  return {
    listed,
    time: () => now() - run.behindMs,
    hasListed: () => run.hasListed,
    hasListedAll: (since) => run.wholeSince <= since,
    listPage,
    async showPage(cursor) {
      const answer = await listPage(cursor);
      if (answer?.ok === false) note(answer.problem);
      if (answer?.ok !== true) return answer;
      show(answer.value, Infinity);
      // A clock that is ahead is not believed: nothing may be in the future.
      if (answer.serverTime !== null) run.behindMs = Math.max(0, now() - answer.serverTime);
      return answer;
    },
    findListed: (since, wanted, mayStayUnseen) =>
      readTickets(
        { listPage, show: (page) => show(page, since), listed, mayAsk: budget.mayAsk },
        { since, wanted, mayStayUnseen },
      ),
  };
}
