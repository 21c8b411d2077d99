import type { NamingWindow } from './right-queues';
import type { TruthOptions } from './true-contact';

const NAMED_WITHIN_MS = 1_800_000;
/** A timestamp in injixo's form: whole seconds. */
export const toSecond = (ms: number): number => Math.floor(ms / 1000);

/** The path of a contact to injixo (live or history), and when it is named on it. */
export interface ContactPath {
  readonly kind: 'live' | 'history';
  readonly window: NamingWindow;
}

/** An object with its timestamp and the time at which Freshdesk received it. */
export interface Dated {
  readonly createdAt: number;
  readonly recordedAt: number;
}

/** When a contact of this time is named on the live path. */
export const liveWindow = (
  recordedAt: number,
  { namedWithinMs = NAMED_WITHIN_MS, staleMs }: TruthOptions,
): NamingWindow => ({
  from: recordedAt,
  to: recordedAt + namedWithinMs,
  staleMs,
});

/**
 * The path of a contact, or undefined if it is not expected in injixo. With a history its own date decides, otherwise
 * the time at which it happened.
 */
export const pathOf = (dated: Dated, options: TruthOptions, now: number): ContactPath | undefined => {
  const { cutOver, historyFrom } = options;
  const decidingMoment = historyFrom === undefined ? dated.recordedAt : dated.createdAt;
  if (toSecond(decidingMoment) >= toSecond(cutOver)) {
    return { kind: 'live', window: liveWindow(dated.recordedAt, options) };
  }
  if (historyFrom === undefined || toSecond(dated.createdAt) < toSecond(historyFrom)) {
    return undefined;
  }
  return { kind: 'history', window: { from: Math.max(cutOver, dated.recordedAt), to: now } };
};
