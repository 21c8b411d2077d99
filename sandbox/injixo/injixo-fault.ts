import type { Answer } from '../support/stand-in/answer';
import { BLACK_HOLE_LATENCY_MS } from '../support/stand-in/answer';
import type { Strikes } from '../support/stand-in/fault-list';
import type { ContactEvent } from './contact-event';

type FaultKind =
  /** Any status, with JSON or a text; `retryAfter` in seconds or as an HTTP date, `location` for a redirect. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: number | string;
      readonly location?: string;
      readonly body?: unknown;
      readonly text?: string;
    }
  /** An HTML page with status 200. */
  | { readonly kind: 'html' }
  /** Status 200 (or 207) and a list of errors. */
  | { readonly kind: 'errors'; readonly status?: 200 | 207 }
  /** Status 200 and truncated JSON. */
  | { readonly kind: 'malformed' }
  /** 204 without a body. */
  | { readonly kind: 'empty' }
  /** 200 with this body in place of the ordinary success; a refusal stays. */
  | { readonly kind: 'words'; readonly body: unknown }
  /** The ordinary answer, delayed. */
  | { readonly kind: 'slow'; readonly latencyMs: number }
  /** No answer. */
  | { readonly kind: 'black-hole' }
  /** The head at once, then a byte of the body a second, without end. */
  | { readonly kind: 'trickle' }
  /** The connection breaks. */
  | { readonly kind: 'broken' }
  /** 422 for every batch with such a contact; the batch is never accepted. */
  | { readonly kind: 'refuse'; readonly contact: (contact: ContactEvent) => boolean };

/**
 * A fault: strikes `times` times, until cleared if omitted. `isTaken` says whether a valid batch is counted before the
 * faulty answer; by default only `empty`, `slow` and `words` count it.
 */
export type InjixoFault = Strikes & {
  readonly isTaken?: boolean;
  /** Does not affect requests without contacts. */
  readonly onlyWithContacts?: boolean;
} & FaultKind;

/** Whether the batch counts despite the faulty answer. */
export const takesBatch = ({ kind, isTaken }: InjixoFault): boolean =>
  kind !== 'refuse' && (isTaken ?? ['empty', 'slow', 'words'].includes(kind));

const statusHeaders = (fault: InjixoFault & { readonly kind: 'status' }): Record<string, string> => ({
  ...(fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) }),
  ...(fault.location === undefined ? {} : { Location: fault.location }),
});

const REFUSED_ENTRY = { errors: [{ index: 0, field: 'data', message: 'is not valid' }] };

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Faults with a fixed answer. */
const FIXED_ANSWERS = {
  html: { status: 200, headers: { 'Content-Type': 'text/html' }, text: '<html>Maintenance</html>' },
  malformed: { status: 200, headers: JSON_TYPE, text: '{"acc' },
  empty: { status: 204 },
  trickle: { status: 200, isTrickling: true },
  broken: { status: 500, isBroken: true },
  refuse: { status: 422, body: REFUSED_ENTRY },
} as const satisfies Record<string, Answer>;

const statusAnswer = (fault: InjixoFault & { readonly kind: 'status' }): Answer => ({
  status: fault.status,
  headers: statusHeaders(fault),
  ...('body' in fault ? { body: fault.body } : {}),
  ...(fault.text === undefined ? {} : { text: fault.text }),
});

const inOtherWords = (ordinary: Answer, body: unknown): Answer =>
  ordinary.status < 300 ? { ...ordinary, status: 200, body } : ordinary;

/** The answer of a fault in place of the ordinary one. */
export const injixoFaultAnswer = (fault: InjixoFault, ordinary: Answer): Answer => {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault);
    case 'errors':
      return { status: fault.status ?? 200, body: REFUSED_ENTRY };
    case 'words':
      return inOtherWords(ordinary, fault.body);
    case 'slow':
      return { ...ordinary, latencyMs: fault.latencyMs };
    case 'black-hole':
      return { ...ordinary, latencyMs: BLACK_HOLE_LATENCY_MS };
    default:
      return FIXED_ANSWERS[fault.kind];
  }
};
