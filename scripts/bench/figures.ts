/** The figures of one load on one design. Per-contact figures cover the contacts accepted in the measured time. */
export interface Figures {
  readonly minutes: number;
  readonly contacts: number;
  /** Accepted up to a quarter of an hour after the load's last contact. */
  readonly acceptedInTime: number;
  readonly stillWaiting: number;
  /** Minutes from the load's end until every contact was accepted; null if some never were. */
  readonly drainedAfterMinutes: number | null;
  readonly lost: number;
  readonly doubled: number;
  readonly wrongQueue: number;
  readonly kvPerContact: number;
  readonly entityPerContact: number;
  readonly schedulePerContact: number;
  readonly freshdeskPerContact: number;
  readonly creditsPerContact: number;
  readonly injixoPerContact: number;
  readonly kvHighWater: number;
  readonly entityHighWater: number;
  readonly refusedCreates: number;
  readonly refusedByFreshdesk: number;
  /** Seconds from an event in Freshdesk to its acceptance by injixo. */
  readonly delayMedian: number;
  readonly delay99th: number;
  /** The same for the contacts of the load's first, second and last third. */
  readonly thirds: readonly Delay[];
  /** Contacts without a recorded event that the scan found. */
  readonly repaired: number;
}

/** Seconds from an event to its acceptance. */
export interface Delay {
  readonly median: number;
  readonly highest99th: number;
}

/** The value that this share (0 to 1) of the values does not exceed; 0 for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
