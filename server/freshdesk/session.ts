import type { Ticket } from '../contacts/contact';
import type { Log } from '../platform/ports';
import type { RunBudget } from '../platform/run-budget';
import { reportFailure, type Failure } from '../status/failures';
import { LIMITS } from '../values/limits';
import type { OwnSlice } from '../values/slice';
import { askAgent } from './agent';
import {
  createFreshdeskGet,
  createFreshdeskPost,
  FAILURE_CODES,
  type FreshdeskAccess,
  type FreshdeskAnswer,
  type FreshdeskGet,
  type FreshdeskPost,
  type FreshdeskProblem,
  type SessionProblem,
} from './client';
import { createPageReaders, type PageReaders } from './page-readers';
import { createQuota, NOTHING_LEARNED, type QuotaMemory } from './quota';
import { readTickets, type Cursor } from './ticket-list-cursor';
import { NOTHING_ASIDE, type SetAside } from './set-aside';
import { createTicketCalls, noticeAnswers, type TicketCalls } from './ticket-calls';
import type { TicketPage } from './tickets';
import type { UnreadableRows } from './unreadable';
import { askZone, type AccountZone } from './time-zone';

/** What one run tells the next about Freshdesk. All times in milliseconds. */
export interface FreshdeskState {
  readonly failure: Failure | null;
  readonly quota: QuotaMemory;
  /** When the key last saw all tickets, by Freshdesk's clock; 0: never, or it lost that scope since. */
  readonly scopeSeenAt: number;
  /** The account's time zone; null: not asked yet. */
  readonly zone: AccountZone | null;
  /** Tickets that cannot be read while all else can. */
  readonly setAside: SetAside;
  /** True once Freshdesk showed the conversations of a ticket in spam or trash: not every account does. */
  readonly showsTrash: boolean;
  /** Rows of its lists that cannot be read; null: none were met. */
  readonly unreadable: UnreadableRows | null;
}

/** Before Freshdesk was ever asked. */
export const NOTHING_KNOWN: FreshdeskState = {
  failure: null,
  quota: NOTHING_LEARNED,
  scopeSeenAt: 0,
  zone: null,
  setAside: NOTHING_ASIDE,
  showsTrash: false,
  unreadable: null,
};

/** One run's session with Freshdesk; only the session changes the slice `freshdesk`. */
export interface FreshdeskSession extends PageReaders {
  readonly get: FreshdeskGet;
  readonly post: FreshdeskPost;
  /** The tickets that lists of this run showed. */
  readonly listed: ReadonlyMap<number, Ticket>;
  /** The tickets that cannot be read. */
  readonly tickets: TicketCalls;
  /** Freshdesk's time (ms), by its latest answer to a list in this run; never later than the app's own, whatever it answers. */
  time(): number;
  /** Credits used in this run, and those it may still use. */
  creditsSpent(): number;
  creditsLeft(): number;
  /** Credits of the whole account a minute, on average; assumed until an answer told it. */
  creditsPerMinute(): number;
  /** Stores the problem as failure, unless the run has only used its share of calls. */
  noteProblem(problem: SessionProblem): void;
  /** Clears the failure, unless the key lost its scope: only a check of the key clears that. */
  noteAnswer(): void;
  /** After a failure: asks whether the key works and sees everything again. One call. */
  check(): Promise<boolean>;
  /** Null when the key's agent sees all tickets; otherwise lists leave tickets out silently. One call. */
  doubtScope(): Promise<SessionProblem | null>;
  /** Checks once an hour that the key still sees all tickets; true when lists are complete. At most one call. */
  seesAllTickets(): Promise<boolean>;
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
  /** Asks for the account's time zone; true when Freshdesk answered. One or two calls. */
  refreshZone(): Promise<boolean>;
  /** The slice with the limits this run learned. */
  memory(): FreshdeskState;
}

/** What a session needs of a run. */
export interface SessionRun {
  readonly access: FreshdeskAccess;
  readonly freshdesk: OwnSlice<FreshdeskState>;
  readonly budget: Pick<RunBudget, 'startedAt' | 'mayWork' | 'mayAsk'>;
  readonly log: Pick<Log, 'warn'>;
  readonly now: () => number;
}

/** The calls of a session; tests pass their own. */
export interface SessionCalls {
  readonly get: FreshdeskGet;
  readonly post: FreshdeskPost;
  readonly quota: ReturnType<typeof createQuota>;
}

function realCalls({ access, freshdesk, budget, now }: SessionRun): SessionCalls {
  const quota = createQuota(freshdesk.value.quota, now, budget.mayWork);
  return {
    get: createFreshdeskGet(access, quota, now),
    post: createFreshdeskPost(access, quota, now),
    quota,
  };
}

type Note = (problem: SessionProblem) => void;

/** How far Freshdesk's clock is behind the app's in this run. One that is ahead is not believed: nothing may be in the future. */
interface Clock {
  behindMs: number;
}

/** The checks of what the key's agent may see. */
function createScope(
  { freshdesk }: Pick<SessionRun, 'freshdesk'>,
  { get, time, note }: { readonly get: FreshdeskGet; readonly time: () => number; readonly note: Note },
): Pick<FreshdeskSession, 'check' | 'doubtScope' | 'seesAllTickets'> {
  async function doubtScope(): Promise<SessionProblem | null> {
    const agent = await askAgent(get);
    if (!agent.ok) return agent.problem;
    return agent.value.seesAllTickets ? null : { kind: 'scope' };
  }
  async function noteUnless(known: Partial<FreshdeskState>): Promise<boolean> {
    const doubt = await doubtScope();
    if (doubt === null) freshdesk.change(known);
    else note(doubt);
    return doubt === null;
  }
  return {
    doubtScope,
    check: () => noteUnless({ failure: null }),
    async seesAllTickets() {
      // A look in the future was made by a wrong clock.
      if (Math.abs(time() - freshdesk.value.scopeSeenAt) < LIMITS.scopeEveryMs) return true;
      return await noteUnless({ scopeSeenAt: time() });
    },
  };
}

/** What ended a list of this run and would end the others. */
const OF_ALL_LISTS: readonly FreshdeskProblem['kind'][] = ['throttled', 'unreachable'];

/** The ticket lists of a run. */
function createLists(
  { budget, now }: SessionRun,
  { readPage, note, clock }: Pick<PageReaders, 'readPage'> & { readonly note: Note; readonly clock: Clock },
): Pick<FreshdeskSession, 'listed' | 'hasListed' | 'listPage' | 'showPage' | 'findListed'> {
  const listed = new Map<number, Ticket>();
  let pagesLeft: number = LIMITS.listPagesPerRun;
  let hasListed = false;
  let failed: FreshdeskAnswer<TicketPage> | null = null;

  async function listPage(cursor: Cursor): Promise<FreshdeskAnswer<TicketPage> | null> {
    // Asking again in the same run would take the time that single tickets need.
    if (failed !== null || pagesLeft <= 0) return failed;
    pagesLeft -= 1;
    const answer = await readPage(cursor);
    if (!answer.ok && OF_ALL_LISTS.includes(answer.problem.kind)) failed = answer;
    return answer;
  }
  function show(page: TicketPage): void {
    hasListed = true;
    for (const ticket of page.tickets) listed.set(ticket.id, ticket);
  }
  return {
    listed,
    hasListed: () => hasListed,
    listPage,
    async showPage(cursor) {
      const answer = await listPage(cursor);
      if (answer?.ok === false) note(answer.problem);
      if (answer?.ok !== true) return answer;
      show(answer.value);
      if (answer.serverTime !== null) clock.behindMs = Math.max(0, now() - answer.serverTime);
      return answer;
    },
    findListed: (since, wanted, mayStayUnseen) =>
      readTickets({ listPage, show, listed, mayAsk: budget.mayAsk }, { since, wanted, mayStayUnseen }),
  };
}

/** Notes what ends the use of Freshdesk, and that the key sees less. */
function noteIn({ freshdesk, now }: SessionRun): Note {
  return (problem) => {
    const code = FAILURE_CODES[problem.kind];
    if (code === null) return;
    const failure = reportFailure(freshdesk.value.failure, code, now());
    freshdesk.change(problem.kind === 'scope' ? { failure, scopeSeenAt: 0 } : { failure });
  };
}

/** Opens the session of one run. */
export function createSession(
  run: SessionRun,
  { get: ask, post, quota }: SessionCalls = realCalls(run),
): FreshdeskSession {
  const { freshdesk, now, budget } = run;
  const { get, hasAnswered } = noticeAnswers(ask);
  const clock: Clock = { behindMs: 0 };
  const time = (): number => now() - clock.behindMs;
  const noteProblem = noteIn(run);
  const scope = createScope(run, { get, time, note: noteProblem });
  const readers = createPageReaders(run, get);
  const lists = createLists(run, { readPage: readers.readPage, note: noteProblem, clock });
  return {
    get,
    post,
    time,
    ...scope,
    ...readers,
    ...lists,
    tickets: createTicketCalls({
      ...{ get, quota, noteProblem, now, state: freshdesk, runAt: budget.startedAt },
      ...{ listed: lists.listed, doubtScope: scope.doubtScope, hasAnswered },
    }),
    creditsSpent: quota.spent,
    creditsLeft: quota.left,
    creditsPerMinute: quota.perMinute,
    noteProblem,
    noteAnswer() {
      if (freshdesk.value.failure?.code !== 'freshdesk_scope') freshdesk.change({ failure: null });
    },
    async refreshZone() {
      const iana = await askZone(get);
      if (iana === undefined) return false;
      // One refusal does not undo what earlier answers told.
      freshdesk.change({ zone: { iana: iana ?? freshdesk.value.zone?.iana ?? null, askedAt: now() } });
      return true;
    },
    memory: () => ({ ...freshdesk.value, quota: quota.memory() }),
  };
}
