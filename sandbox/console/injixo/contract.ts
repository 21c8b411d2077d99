/** Interval lengths of the chart. */
export const INTERVALS = ['quarter', 'hour', 'day'] as const;
/** An interval length of the chart. */
export type IntervalName = (typeof INTERVALS)[number];

/** An integration and the state of its key. */
export interface IntegrationRow {
  readonly id: number;
  readonly name: string;
  readonly domain: string;
  /** When the current key was generated; null if there is none. */
  readonly keyMadeAt: number | null;
  readonly expiredKeys: number;
}

/** A source queue with its count. */
export interface QueueRow {
  readonly identifier: string;
  readonly name: string;
  readonly channel: string;
  readonly offered: number;
  /** injixo imported it itself. */
  readonly isOwn: boolean;
}

/** Integrations and source queues. */
export interface InjixoView {
  readonly integrations: readonly IntegrationRow[];
  readonly queues: readonly QueueRow[];
  readonly offered: number;
}

/** Offered contacts per interval, one row of numbers per queue, in the form the chart needs. */
export interface VolumesView {
  readonly interval: IntervalName;
  /** Starts of the intervals (ms since 1970). */
  readonly starts: readonly number[];
  readonly series: readonly {
    readonly identifier: string;
    /** Queues that injixo imported itself are marked in it. */
    readonly name: string;
    readonly offered: readonly number[];
  }[];
  readonly hasEarlier: boolean;
}

/** A contact that injixo accepted. */
export interface ReceiptRow {
  readonly timestamp: string;
  readonly queue: string;
  readonly channel: string;
  readonly handled: boolean;
  readonly takenAt: number;
  readonly batch: number;
}
