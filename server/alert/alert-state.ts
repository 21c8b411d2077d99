import { LIMITS } from '../values/limits';
import type { AlertView, Light } from '../page-contract';

/**
 * When the person named in the settings is told by a Freshdesk ticket. Invariant: before anything is POSTed, the attempt
 * stands in the stored state, and while its outcome is unknown nothing else is POSTed: what it made is looked for first. So
 * no kill and no broken connection ever makes two (test/stories/alert-kills.test.ts kills a run at every step).
 */

/** Something a person has to see to: the light's code, since when, and whether the ticket says so. Times in milliseconds. */
export interface Issue {
  readonly code: string;
  readonly since: number;
  readonly told: boolean;
}

/** The ticket that was opened last; notes are numbered, so that each can be found again. */
export interface AlertTicket {
  readonly id: number;
  readonly openedAt: number;
  readonly notes: number;
}

/** What a note says when no matter lasts any more; whatever else a note or a ticket says is a matter's code. */
export const SOLVED = 'solved';

/** A POST whose outcome is not known yet. */
export interface AlertAttempt {
  readonly what: 'ticket' | 'note';
  /** A matter's code, or SOLVED. */
  readonly says: string;
  readonly at: number;
}

/** What one run tells the next about the alert, in `state`. */
export interface Alert {
  /** The matters since all was well, in the order in which they came. */
  readonly matters: readonly Issue[];
  /** Since when none of them lasts; null while one does. */
  readonly solvedAt: number | null;
  readonly ticket: AlertTicket | null;
  readonly attempt: AlertAttempt | null;
  /** No other attempt before this moment. */
  readonly notBefore: number | null;
}

/** The alert of an installation that never told anything. */
export const NO_ALERT: Alert = { matters: [], solvedAt: null, ticket: null, attempt: null, notBefore: null };

function withMatter(matters: readonly Issue[], code: string, since: number): readonly Issue[] {
  const isKnown = matters.some((each) => each.code === code);
  return isKnown ? matters : [...matters, { code, since, told: false }];
}

function isTold(alert: Alert): boolean {
  return alert.matters.some(({ told }) => told);
}

function solve(alert: Alert, now: number): Alert {
  if (isTold(alert) || alert.attempt !== null) return { ...alert, solvedAt: alert.solvedAt ?? now };
  return { ...alert, matters: [], solvedAt: null };
}

/**
 * The alert after a look at the light. `isFailing`: something fails that ends by itself; then nothing is concluded, so that
 * an outage in between neither hides a matter nor passes for its solution.
 */
export function updateFromLight(alert: Alert, light: Light, isFailing: boolean, now: number): Alert {
  if (light.kind === 'action needed') {
    const since = Math.min(light.since ?? now, now);
    return { ...alert, matters: withMatter(alert.matters, light.code, since), solvedAt: null };
  }
  return isFailing ? alert : solve(alert, now);
}

/** What is to be done next. */
export type AlertStep =
  | { readonly kind: 'nothing' }
  /** Find out what became of the last attempt. */
  | { readonly kind: 'look'; readonly attempt: AlertAttempt }
  | { readonly kind: 'tell'; readonly code: string }
  | { readonly kind: 'say solved' };

const NOTHING: AlertStep = { kind: 'nothing' };

function matterToTell(alert: Alert, light: Light, now: number): AlertStep {
  if (light.kind !== 'action needed') return NOTHING;
  const matter = alert.matters.find(({ code }) => code === light.code);
  const isDue = matter !== undefined && !matter.told && now - matter.since > LIMITS.alertAfterMs;
  return isDue ? { kind: 'tell', code: matter.code } : NOTHING;
}

/** The next step, at most one a run; `hasAddress`: the settings name a person. */
export function nextAlertStep(alert: Alert, light: Light, hasAddress: boolean, now: number): AlertStep {
  if (alert.attempt !== null) return { kind: 'look', attempt: alert.attempt };
  if (now < (alert.notBefore ?? 0)) return NOTHING;
  if (alert.solvedAt !== null) return { kind: 'say solved' };
  return hasAddress ? matterToTell(alert, light, now) : NOTHING;
}

/** The alert when a POST is about to be made. */
export function beginAttempt(alert: Alert, attempt: Omit<AlertAttempt, 'at'>, now: number): Alert {
  return { ...alert, attempt: { ...attempt, at: now } };
}

function afterSuccess(alert: Alert): Alert {
  const says = alert.attempt?.says;
  const done = { ...alert, attempt: null, notBefore: null };
  if (says === SOLVED) return { ...done, matters: [], solvedAt: null };
  return {
    ...done,
    matters: alert.matters.map((each) => (each.code === says ? { ...each, told: true } : each)),
  };
}

/** The alert when its ticket is there. */
export function ticketMade(alert: Alert, id: number): Alert {
  const openedAt = alert.attempt?.at ?? 0;
  return { ...afterSuccess(alert), ticket: { id, openedAt, notes: 0 } };
}

/** The alert when its note is there. */
export function noteMade(alert: Alert): Alert {
  const { ticket } = alert;
  return { ...afterSuccess(alert), ticket: ticket && { ...ticket, notes: ticket.notes + 1 } };
}

/** The alert when nothing was made: another attempt an hour after the last one. */
export function nothingMade(alert: Alert): Alert {
  return { ...alert, attempt: null, notBefore: (alert.attempt?.at ?? 0) + LIMITS.alertAgainMs };
}

/** The alert when nobody can be told any more that all is solved: its ticket is gone. */
export function resolveSilently(alert: Alert): Alert {
  return { ...alert, attempt: null, matters: [], solvedAt: null };
}

/** The alert as the page shows it; null when nothing is told. */
export function viewAlert(alert: Alert): AlertView | null {
  const { ticket, attempt, solvedAt } = alert;
  if (attempt?.what === 'ticket') return { ticketId: null, openedAt: attempt.at };
  if (ticket === null || solvedAt !== null || !isTold(alert)) return null;
  return { ticketId: ticket.id, openedAt: ticket.openedAt };
}
