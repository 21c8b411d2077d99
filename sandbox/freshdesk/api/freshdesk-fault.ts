import type { Answer } from '../../support/stand-in/answer';
import { BLACK_HOLE_LATENCY_MS } from '../../support/stand-in/answer';
import type { Strikes } from '../../support/stand-in/fault-list';
import { throttled } from './rate-limit';
import type { EndpointFamily } from './endpoint-family';

type FaultKind =
  /** Freshdesk is down, or whatever the status says. */
  | { readonly kind: 'status'; readonly status: number; readonly body?: unknown; readonly location?: string }
  /** A page for people, with status 200. */
  | { readonly kind: 'html' }
  /** Status 200 and JSON that ends in the middle. */
  | { readonly kind: 'malformed' }
  /** The right answer, late. */
  | { readonly kind: 'slow'; readonly latencyMs: number }
  /** No answer, ever. */
  | { readonly kind: 'black-hole' }
  /** The connection breaks. */
  | { readonly kind: 'broken' }
  /** 429, with `Retry-After` when seconds are given. */
  | { readonly kind: 'throttle'; readonly retryAfterSeconds?: number };

/** Something that goes wrong: `times` times (until cleared when left out), with calls of one family or all. */
export type FreshdeskFault = Strikes & { readonly family?: EndpointFamily } & FaultKind;

/** Faults that always answer alike. */
const FIXED_ANSWERS = {
  html: { status: 200, headers: { 'Content-Type': 'text/html' }, text: '<html>Maintenance</html>' },
  malformed: { status: 200, headers: { 'Content-Type': 'application/json' }, text: '[{"id": 1, "sub' },
  'black-hole': { status: 504, latencyMs: BLACK_HOLE_LATENCY_MS },
  broken: { status: 500, isBroken: true },
} as const satisfies Record<string, Answer>;

/** The answer of a fault; undefined when the right answer is only late. */
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
  return fault.kind === 'throttle' ? throttled(fault.retryAfterSeconds) : FIXED_ANSWERS[fault.kind];
};
