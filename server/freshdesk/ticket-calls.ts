import type { Ticket } from '../contacts/contact';
import { LIMITS } from '../values/limits';
import type { OwnSlice } from '../values/slice';
import type { FreshdeskGet, FreshdeskProblem, SessionProblem } from './client';
import { listConversations } from './conversations';
import type { Quota } from './quota';
import {
  afterFailure,
  afterSuccess,
  changeAside,
  failsForAll,
  findAside,
  isDueAgain,
  release,
  type AsideReason,
  type AsideTicket,
  type CallAbout,
  type SetAside,
  type TicketCall,
} from './set-aside';

/** A failed call about a ticket; `from`: from when on its replies would have to be looked for. */
export interface FailedAnswer extends CallAbout {
  readonly problem: FreshdeskProblem;
  readonly from: number | null;
  readonly page?: number;
}

/** What a run knows and learns of tickets that cannot be read. */
export interface TicketCalls {
  /** The entry of a ticket that is set aside for this call. */
  aside(about: CallAbout): AsideTicket | undefined;
  /** True while a ticket is set aside for this call and not to be tried again. */
  rests(about: CallAbout): boolean;
  /** Tickets to be tried again now, those that waited longest first. */
  dueAgain(call: TicketCall): readonly AsideTicket[];
  /** Calls that may be made for one ticket in this run. */
  share(): number;
  worked(about: CallAbout): void;
  /**
   * Notes a failed call. True when its ticket is set aside, so that others go on; false when the ticket is to be tried
   * again in the next run. A call or two more when it is not clear whose failure it is.
   */
  failed(answer: FailedAnswer): Promise<boolean>;
  /** The reason why a ticket of another list than this one cannot be read; null when the problem is not the ticket's. */
  blame(problem: FreshdeskProblem): Promise<AsideReason | null>;
  /** Changes the entry of a ticket: it is walked past from an earlier moment on, or read in part. */
  change(about: CallAbout, change: Partial<AsideTicket>): void;
  /** Takes out tickets that need not be read any more. */
  release(isOver: (ticket: AsideTicket) => boolean): void;
}

/** What the calls need of a session. */
export interface CallerOfTickets {
  readonly state: OwnSlice<{ readonly setAside: SetAside }>;
  readonly get: FreshdeskGet;
  readonly quota: Pick<Quota, 'left' | 'spent'>;
  readonly listed: ReadonlyMap<number, Ticket>;
  readonly runAt: number;
  readonly now: () => number;
  /** True when Freshdesk has answered anything in this run. */
  hasAnswered(): boolean;
  doubtScope(): Promise<SessionProblem | null>;
  noteProblem(problem: SessionProblem): void;
}

/** The tickets that cannot be read, in one run. */
export function createTicketCalls(caller: CallerOfTickets): TicketCalls {
  const { state, get, quota, listed, runAt, now } = caller;
  const known = (): SetAside => state.value.setAside;
  const keep = (setAside: SetAside): void => {
    if (setAside !== known()) state.change({ setAside });
  };
  let hasTriedAnother = false;

  /** Asks about another ticket when a call seems to fail for all: one that works shows that it does not. */
  async function tryAnother(call: TicketCall): Promise<void> {
    const alike = known().alike[call]?.tickets ?? [];
    const other = [...listed.keys()].find(
      (id) => !alike.includes(id) && !findAside(known(), { call, ticketId: id }),
    );
    if (hasTriedAnother || call === 'view' || other === undefined) return;
    hasTriedAnother = true;
    const answer = await listConversations(get, other, 1);
    if (answer.ok) keep(afterSuccess(known(), { call, ticketId: other }));
  }

  async function blame(problem: FreshdeskProblem): Promise<AsideReason | null> {
    if (problem.kind === 'not asked' || problem.kind === 'throttled') {
      caller.noteProblem(problem);
      return null;
    }
    const doubt = caller.hasAnswered() ? null : await caller.doubtScope();
    if (doubt === null || doubt.kind === 'scope') return problem.kind;
    // Freshdesk does not answer at all.
    caller.noteProblem(problem);
    return null;
  }

  return {
    blame,
    aside: (about) => findAside(known(), about),
    rests(about) {
      const entry = findAside(known(), about);
      return entry !== undefined && !isDueAgain(entry, now());
    },
    dueAgain(call) {
      const due = known().tickets.filter((each) => each.call === call && isDueAgain(each, now()));
      return due.sort((a, b) => a.triedAt - b.triedAt).slice(0, LIMITS.setAsidePerRun);
    },
    share: () =>
      Math.max(LIMITS.ticketCallsLeast, Math.floor((quota.left() + quota.spent()) * LIMITS.ticketShare)),
    worked: (about) => keep(afterSuccess(known(), about)),
    async failed({ problem, ...about }) {
      const reason = await blame(problem);
      if (reason === null) return false;
      keep(afterFailure(known(), { ...about, reason }, { runAt, now: now() }));
      if (failsForAll(known(), about.call)) await tryAnother(about.call);
      return findAside(known(), about) !== undefined;
    },
    change: (about, change) => keep(changeAside(known(), about, change)),
    release(isOver) {
      for (const each of known().tickets.filter(isOver)) keep(release(known(), each));
    },
  };
}
