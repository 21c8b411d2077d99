import type { Ticket } from '../contacts/contact';
import { LIMITS } from '../values/limits';
import type { OwnSlice } from '../values/slice';
import type { FreshdeskGet, FreshdeskProblem, SessionProblem } from './client';
import { listConversations, type ConversationPlace } from './conversations';
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
export interface FailedAnswer extends CallAbout, Partial<ConversationPlace> {
  readonly problem: FreshdeskProblem;
  readonly from: number | null;
}

/** What a failed call says of its ticket. */
export type Failed = 'set aside' | 'failing' | 'not its fault';

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
  /** Notes that the conversations of a ticket in spam or trash were shown. */
  trashShown(): void;
  /** True when a refusal of such conversations is believed: none were ever shown, or too many are refused. */
  hidesTrash(): boolean;
  /**
   * Notes a failed call. Others go on past a ticket that is set aside; one that is failing is tried again in the next run.
   * A call or two more when it is not clear whose failure it is.
   */
  failed(answer: FailedAnswer): Promise<Failed>;
  /** Why a ticket cannot be read, for those who keep their own list; null when it is not the ticket's fault. */
  blame(problem: FreshdeskProblem): Promise<AsideReason | null>;
  /** Changes the entry of a ticket: it is walked past from an earlier moment on, or read in part. */
  change(about: CallAbout, change: Partial<AsideTicket>): void;
  /** Takes out tickets that need not be read any more. */
  release(isOver: (ticket: AsideTicket) => boolean): void;
}

/** What the calls need of a session. */
export interface CallerOfTickets {
  readonly state: OwnSlice<{ readonly setAside: SetAside; readonly showsTrash: boolean }>;
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

/** Asks about another ticket when a call seems to fail for all: one that works shows that it does not. */
async function tryAnother({ state, get, listed }: CallerOfTickets, call: TicketCall): Promise<void> {
  const { setAside } = state.value;
  const ailing = [
    ...(setAside.alike[call]?.tickets ?? []),
    ...setAside.tickets.map(({ ticketId }) => ticketId),
  ];
  const ticketId = [...listed.keys()].find((id) => !ailing.includes(id));
  if (ticketId === undefined) return;
  const answer = await listConversations(get, ticketId, 1);
  if (answer.ok) state.change({ setAside: afterSuccess(setAside, { call, ticketId }) });
}

/** The reason why a ticket fails; null when the problem is not the ticket's: Freshdesk answers nothing, or was not asked. */
async function blame(caller: CallerOfTickets, problem: FreshdeskProblem): Promise<AsideReason | null> {
  if (problem.kind !== 'not asked' && problem.kind !== 'throttled') {
    const doubt = caller.hasAnswered() ? null : await caller.doubtScope();
    if (doubt === null || doubt.kind === 'scope') return problem.kind;
  }
  caller.noteProblem(problem);
  return null;
}

/** The same calls; `hasAnswered` is true once one of them was answered as the API answers. */
export function noticeAnswers(ask: FreshdeskGet): { readonly get: FreshdeskGet; hasAnswered(): boolean } {
  let hasAnswered = false;
  return {
    async get(path, query) {
      const answer = await ask(path, query);
      hasAnswered ||= answer.ok;
      return answer;
    },
    hasAnswered: () => hasAnswered,
  };
}

/** The tickets that cannot be read, in one run. */
export function createTicketCalls(caller: CallerOfTickets): TicketCalls {
  const { state, quota, runAt, now } = caller;
  const known = (): SetAside => state.value.setAside;
  const keep = (setAside: SetAside): void => state.change({ setAside });
  let hasTriedAnother = false;
  return {
    blame: (problem) => blame(caller, problem),
    aside: (about) => findAside(known(), about),
    rests(about) {
      const entry = findAside(known(), about);
      return entry !== undefined && !isDueAgain(entry, now());
    },
    dueAgain(call) {
      const due = known().tickets.filter((each) => each.call === call && isDueAgain(each, now()));
      return due.sort((a, b) => a.triedAt - b.triedAt).slice(0, LIMITS.setAsidePerRun);
    },
    share() {
      const calls = quota.left() + quota.spent();
      return Math.max(LIMITS.ticketCallsLeast, Math.floor(calls * LIMITS.ticketShare));
    },
    worked: (about) => keep(afterSuccess(known(), about)),
    trashShown: () => state.change({ showsTrash: true }),
    hidesTrash: () => !state.value.showsTrash || known().tickets.length >= LIMITS.setAsideTrash,
    async failed({ problem, ...about }) {
      const reason = await blame(caller, problem);
      if (reason === null) return 'not its fault';
      keep(afterFailure(known(), { ...about, reason }, { runAt, now: now(), most: LIMITS.setAside }));
      if (failsForAll(known(), about.call) && about.call !== 'view' && !hasTriedAnother) {
        hasTriedAnother = true;
        await tryAnother(caller, about.call);
      }
      return findAside(known(), about) === undefined ? 'failing' : 'set aside';
    },
    change: (about, change) => keep(changeAside(known(), about, change)),
    release(isOver) {
      for (const each of known().tickets.filter(isOver)) keep(release(known(), each));
    },
  };
}
