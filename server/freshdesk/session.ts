import type { LastError } from '../page-contract';
import type { Log } from '../platform/ports';
import type { RunBudget } from '../platform/run-budget';
import { reportFailure, type Failure } from '../status/failures';
import { LIMITS } from '../values/limits';
import type { OwnSlice } from '../values/slice';
import { askLanguage, type AccountLanguage } from './account-language';
import { askAgent } from './agent';
import {
  createFreshdeskGet,
  createFreshdeskPost,
  FAILURE_CODES,
  type FreshdeskAccess,
  type FreshdeskGet,
  type FreshdeskPost,
  type SessionProblem,
} from './client';
import { createPageReaders, type PageReaders } from './page-readers';
import { createQuota, NOTHING_LEARNED, type QuotaMemory } from './quota';
import { NOTHING_ASIDE, type SetAside } from './set-aside';
import { createTicketCalls, noticeAnswers, type TicketCalls } from './ticket-calls';
import { createLists, type TicketLists } from './ticket-lists';
import type { UnreadableRows } from './unreadable';
import { askZone, type AccountZone } from './time-zone';

/** What one run tells the next about Freshdesk. All times in milliseconds. */
export interface FreshdeskState {
  readonly failure: Failure | null;
  /** The last answer that became a failure, for the page; null: there was none. */
  readonly lastError: LastError | null;
  readonly quota: QuotaMemory;
  /** When the key last saw all tickets, by Freshdesk's clock; 0: never, or it lost that scope since. */
  readonly scopeSeenAt: number;
  /** The account's time zone; null: not asked yet. */
  readonly zone: AccountZone | null;
  /** The account's language; null: not asked yet. */
  readonly language: AccountLanguage | null;
  /** When all names were read last (ms); 0: never. */
  readonly namesReadAt: number;
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
  lastError: null,
  quota: NOTHING_LEARNED,
  scopeSeenAt: 0,
  zone: null,
  language: null,
  namesReadAt: 0,
  setAside: NOTHING_ASIDE,
  showsTrash: false,
  unreadable: null,
};

/** One run's session with Freshdesk; only the session changes the slice `freshdesk`. */
export interface FreshdeskSession extends PageReaders, TicketLists {
  readonly get: FreshdeskGet;
  readonly post: FreshdeskPost;
  /** The tickets that cannot be read. */
  readonly tickets: TicketCalls;
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
  /** Asks for the account's time zone; true when Freshdesk answered. One or two calls. */
  refreshZone(): Promise<boolean>;
  /** Asks for the account's language, in which alerts are written. One call. */
  refreshLanguage(): Promise<void>;
  /** Notes that all names were read just now. */
  noteNamesRead(): void;
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

/** The HTTP status of each problem that says it by its kind; a key that does not see everything was accepted. */
const STATUS_OF: Readonly<Partial<Record<SessionProblem['kind'], number>>> = {
  'key refused': 401,
  scope: 200,
  forbidden: 403,
  plan: 403,
  suspended: 403,
  'not found': 404,
  throttled: 429,
};

/** Notes what ends the use of Freshdesk, and that the key sees less. */
function noteIn({ freshdesk, now }: SessionRun): Note {
  return (problem) => {
    const code = FAILURE_CODES[problem.kind];
    if (code === null) return;
    const failure = reportFailure(freshdesk.value.failure, code, now());
    const status = ('status' in problem ? problem.status : STATUS_OF[problem.kind]) ?? null;
    const lastError = { at: now(), status };
    freshdesk.change({ failure, lastError, ...(problem.kind === 'scope' ? { scopeSeenAt: 0 } : {}) });
  };
}

/** What is known of the account itself. */
function aboutAccount(
  { freshdesk, now }: SessionRun,
  get: FreshdeskGet,
): Pick<FreshdeskSession, 'refreshZone' | 'refreshLanguage' | 'noteNamesRead'> {
  return {
    async refreshZone() {
      const iana = await askZone(get);
      if (iana === undefined) return false;
      freshdesk.change({ zone: { iana: iana ?? freshdesk.value.zone?.iana ?? null, askedAt: now() } });
      return true;
    },
    async refreshLanguage() {
      const tag = await askLanguage(get);
      if (tag !== undefined) freshdesk.change({ language: { tag, askedAt: now() } });
    },
    noteNamesRead: () => freshdesk.change({ namesReadAt: now() }),
  };
}

/** Opens the session of one run. */
export function createSession(
  run: SessionRun,
  { get: ask, post, quota }: SessionCalls = realCalls(run),
): FreshdeskSession {
  const { freshdesk, now, budget } = run;
  const { get, hasAnswered } = noticeAnswers(ask);
  const noteProblem = noteIn(run);
  const readers = createPageReaders(run, get);
  const lists = createLists(run, { readPage: readers.readPage, note: noteProblem });
  const scope = createScope(run, { get, time: lists.time, note: noteProblem });
  return {
    get,
    post,
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
    ...aboutAccount(run, get),
    memory: () => ({ ...freshdesk.value, quota: quota.memory() }),
  };
}
