/** Lengths of an interval on the chart. */
export const INTERVALS = ['quarter', 'hour', 'day'] as const;
/** A length of the chart's intervals. */
export type IntervalName = (typeof INTERVALS)[number];

/** An integration with the state of its key. */
export interface IntegrationRow {
  readonly id: number;
  readonly name: string;
  readonly domain: string;
  /** When its present key was generated; null without one. */
  readonly keyMadeAt: number | null;
  readonly expiredKeys: number;
}

/** A source queue with what it has counted. */
export interface QueueRow {
  readonly identifier: string;
  readonly name: string;
  readonly channel: string;
  readonly offered: number;
}

/** Integrations and source queues. */
export interface InjixoView {
  readonly integrations: readonly IntegrationRow[];
  readonly queues: readonly QueueRow[];
  readonly offered: number;
}

/** Offered contacts per interval, one row of numbers for each queue; ready for a chart. */
export interface VolumesView {
  readonly interval: IntervalName;
  /** Starts of the intervals, milliseconds since 1970. */
  readonly starts: readonly number[];
  readonly series: readonly {
    readonly identifier: string;
    readonly name: string;
    readonly offered: readonly number[];
  }[];
  readonly hasEarlier: boolean;
}

/** A contact that injixo took. */
export interface ReceiptRow {
  readonly timestamp: string;
  readonly queue: string;
  readonly channel: string;
  readonly handled: boolean;
  readonly takenAt: number;
  readonly batch: number;
}
