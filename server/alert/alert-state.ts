import { LIMITS } from '../values/limits';
import type { AlertView, Light } from '../page-contract';

/**
 * Decides when the person in the settings is notified by a Freshdesk ticket. Invariant: each attempt is stored in the state
 * before its POST, and nothing else is POSTed while an outcome is unknown. So neither a kill nor a broken connection creates
 * a ticket or a note twice (test/stories/alert-kills.test.ts kills a run at every step).
 */

/** An issue that needs a person. `code` and `since` (ms) are the light's; `told`: the ticket names it. */
export interface Issue {
  readonly code: string;
  readonly since: number;
  readonly told: boolean;
}

/** The ticket opened last. Its notes are numbered so that each can be found again. */
export interface AlertTicket {
  readonly id: number;
  readonly openedAt: number;
  readonly notes: number;
}

/** Content of a note: all issues are resolved. Any other content is an issue's code. */
export const SOLVED = 'solved';

/** A POST whose outcome is unknown. */
export interface AlertAttempt {
  readonly what: 'ticket' | 'note';
  /** An issue's code, or SOLVED. */
  readonly says: string;
  readonly at: number;
}

/** The slice `alert` of the state. */
export interface Alert {
  /** Issues since everything last worked, oldest first. */
  readonly matters: readonly Issue[];
  /** Null while an issue lasts. */
  readonly solvedAt: number | null;
  readonly ticket: AlertTicket | null;
  readonly attempt: AlertAttempt | null;
  /** The earliest time of the next attempt. */
  readonly notBefore: number | null;
}

/** The alert before the first issue. */
export const NO_ALERT: Alert = { matters: [], solvedAt: null, ticket: null, attempt: null, notBefore: null };

/** An issue that is already known keeps its beginning. */
function withIssue(alert: Alert, code: string, since: number): Alert {
  const isKnown = alert.matters.some((each) => each.code === code);
  const added = isKnown ? [] : [{ code, since, told: false }];
  return { ...alert, matters: [...alert.matters, ...added], solvedAt: null };
}

/**
 * Updates the issues from the light. While a temporary failure lasts (`isFailing`) no issue counts as resolved: an outage
 * neither hides an issue nor ends it.
 */
export function updateFromLight(alert: Alert, light: Light, isFailing: boolean, now: number): Alert {
  const { attempt, matters, solvedAt } = alert;
  if (light.kind === 'action needed') return withIssue(alert, light.code, Math.min(light.since ?? now, now));
  if (isFailing) return alert;
  const mustSay = attempt !== null || matters.some(({ told }) => told);
  return mustSay ? { ...alert, solvedAt: solvedAt ?? now } : { ...alert, matters: [], solvedAt: null };
}

/** What to do next; `confirm` finds out what the last attempt did. */
export type AlertStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'confirm'; readonly attempt: AlertAttempt }
  | { readonly kind: 'notify'; readonly code: string }
  | { readonly kind: 'note solved' };

/** The next step, at most one a run. `hasAddress`: the settings name a person. */
export function nextAlertStep(alert: Alert, light: Light, hasAddress: boolean, now: number): AlertStep {
  if (alert.attempt !== null) return { kind: 'confirm', attempt: alert.attempt };
  if (now < (alert.notBefore ?? 0)) return { kind: 'nothing' };
  if (alert.solvedAt !== null) return { kind: 'note solved' };
  const untold = alert.matters.filter(({ told, since }) => !told && now - since > LIMITS.alertAfterMs);
  const issue = untold.find(({ code }) => light.kind === 'action needed' && code === light.code);
  return issue !== undefined && hasAddress ? { kind: 'notify', code: issue.code } : { kind: 'nothing' };
}

/**
 * The alert after an attempt that created the ticket of this id, a note, or nothing. After `nothing` the attempt is repeated
 * an hour later; after `gone`, the ticket that would carry the note is gone, and all issues end without it.
 */
export function afterAttempt(
  alert: Alert,
  made: { readonly ticketId: number } | 'note' | 'nothing' | 'gone',
): Alert {
  if (made === 'gone') return { ...alert, attempt: null, matters: [], solvedAt: null };
  const { at, says } = alert.attempt ?? { at: 0, says: null };
  if (made === 'nothing') return { ...alert, attempt: null, notBefore: at + LIMITS.alertAgainMs };
  const noted = alert.ticket && { ...alert.ticket, notes: alert.ticket.notes + 1 };
  const ticket = made === 'note' ? noted : { id: made.ticketId, openedAt: at, notes: 0 };
  const done = { ...alert, ticket, attempt: null, notBefore: null };
  if (says === SOLVED) return { ...done, matters: [], solvedAt: null };
  const matters = alert.matters.map((each) => (each.code === says ? { ...each, told: true } : each));
  return { ...done, matters };
}

/** The alert as the page shows it; null when nobody is being notified. */
export function viewAlert(alert: Alert): AlertView | null {
  const { ticket, attempt, matters, solvedAt } = alert;
  if (attempt?.what === 'ticket') return { ticketId: null, openedAt: attempt.at };
  if (ticket === null || solvedAt !== null || !matters.some(({ told }) => told)) return null;
  return { ticketId: ticket.id, openedAt: ticket.openedAt };
}
