import type { NamingWindow } from './right-queues';
import type { TruthOptions } from './true-contact';

const NAMED_WITHIN_MS = 1_800_000;
/** A moment as injixo dates it: in whole seconds. */
export const toSecond = (ms: number): number => Math.floor(ms / 1000);

/** By which way a contact ought to come to injixo, and when it is named on that way. */
export interface ContactPath {
  readonly path: 'live' | 'history';
  readonly window: NamingWindow;
}

/** Something with the moment it carries and the moment at which Freshdesk learned of it. */
export interface Dated {
  readonly createdAt: number;
  readonly recordedAt: number;
}

/** When what happened at a moment is named, on the live way. */
export const liveWindow = (
  recordedAt: number,
  { namedWithinMs = NAMED_WITHIN_MS, staleMs }: TruthOptions,
): NamingWindow => ({
  from: recordedAt,
  to: recordedAt + namedWithinMs,
  staleMs,
});

/**
 * The way of a contact, or undefined when none is meant to bring it. With a history its own date decides,
 * without one the moment at which it happened.
 */
export const pathOf = (dated: Dated, options: TruthOptions, now: number): ContactPath | undefined => {
  const { cutOver, historyFrom } = options;
  const decidingMoment = historyFrom === undefined ? dated.recordedAt : dated.createdAt;
  if (toSecond(decidingMoment) >= toSecond(cutOver)) {
    return { path: 'live', window: liveWindow(dated.recordedAt, options) };
  }
  if (historyFrom === undefined || toSecond(dated.createdAt) < toSecond(historyFrom)) {
    return undefined;
  }
  return { path: 'history', window: { from: Math.max(cutOver, dated.recordedAt), to: now } };
};
