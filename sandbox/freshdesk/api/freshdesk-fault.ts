import type { Answer } from '../../support/stand-in/answer';
import { BLACK_HOLE_LATENCY_MS } from '../../support/stand-in/answer';
import type { Strikes } from '../../support/stand-in/fault-list';
import { limitHeaders, throttled } from './rate-limit';
import type { EndpointFamily } from './endpoint-family';

type FaultKind =
  /** Freshdesk answers with this status. */
  | { readonly kind: 'status'; readonly status: number; readonly body?: unknown; readonly location?: string }
  /** An HTML page with status 200. */
  | { readonly kind: 'html' }
  /** Status 200 and truncated JSON. */
  | { readonly kind: 'malformed' }
  /** The correct answer, delayed. */
  | { readonly kind: 'slow'; readonly latencyMs: number }
  /** Status 200 and 21 MB of JSON. */
  | { readonly kind: 'huge' }
  /** No answer. */
  | { readonly kind: 'black-hole' }
  /** The head at once, then a byte of the body a second, without end. */
  | { readonly kind: 'trickle' }
  /** The connection breaks. */
  | { readonly kind: 'broken' }
  /** 429, with `Retry-After` when seconds are given, and with the headers of a limit when `limit` is. */
  | {
      readonly kind: 'throttle';
      readonly retryAfterSeconds?: number;
      readonly limit?: { readonly total: number; readonly remaining: number };
    };

/** The calls that a fault strikes: those of one family, those about one ticket, or all. */
export interface StruckCalls {
  readonly family?: EndpointFamily;
  readonly ticketId?: number;
}

/** A fault: strikes `times` times (until cleared if omitted). */
export type FreshdeskFault = Strikes & StruckCalls & FaultKind;

/** Whether a fault strikes a call; `ticketId` is NaN for a call that is not about one ticket. */
export const strikesCall = (fault: StruckCalls, call: Required<StruckCalls>): boolean =>
  (fault.family === undefined || fault.family === call.family) &&
  (fault.ticketId === undefined || fault.ticketId === call.ticketId);

const HUGE_CHARACTERS = 21_000_000;

/** Faults with a fixed answer. */
const FIXED_ANSWERS = {
  html: { status: 200, headers: { 'Content-Type': 'text/html' }, text: '<html>Maintenance</html>' },
  malformed: { status: 200, headers: { 'Content-Type': 'application/json' }, text: '[{"id": 1, "sub' },
  'black-hole': { status: 504, latencyMs: BLACK_HOLE_LATENCY_MS },
  trickle: { status: 200, isTrickling: true },
  broken: { status: 500, isBroken: true },
} as const satisfies Record<string, Answer>;

/** The answer of a fault; undefined if the correct answer is only delayed. */
export const faultAnswer = (fault: FreshdeskFault): Answer | undefined => {
  if (fault.kind === 'slow') {
    return undefined;
  }
  if (fault.kind === 'status') {
    const { status, body, location } = fault;
    return {
      status,
      ...(body === undefined ? {} : { body }),
      ...(location === undefined ? {} : { headers: { Location: location } }),
    };
  }
  if (fault.kind === 'huge') {
    return { status: 200, body: [{ id: 1, body: 'x'.repeat(HUGE_CHARACTERS) }] };
  }
  return fault.kind === 'throttle' ? throttledBy(fault) : FIXED_ANSWERS[fault.kind];
};

const throttledBy = ({
  retryAfterSeconds,
  limit,
}: FreshdeskFault & { readonly kind: 'throttle' }): Answer => {
  const refusal = throttled(retryAfterSeconds);
  return limit === undefined
    ? refusal
    : { ...refusal, headers: { ...refusal.headers, ...limitHeaders(limit.total, limit.remaining, 0) } };
};
