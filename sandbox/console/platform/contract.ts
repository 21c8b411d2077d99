/** A product event that Freshdesk emitted. */
export interface EventRow {
  readonly n: number;
  readonly at: number;
  readonly name: string;
  readonly about: string;
  /** Whether the app subscribes to it. */
  readonly isHandled: boolean;
}

/** The newest product events. */
export interface EventsView {
  /** Newest first. */
  readonly events: readonly EventRow[];
  readonly emitted: number;
  readonly onTheWay: number;
  /** Names of the events that the app subscribes to. */
  readonly handled: readonly string[];
}

/** One event with its payload. */
export interface EventDetail {
  readonly name: string;
  readonly data: unknown;
}

/** One invocation of the app. */
export interface RunRow {
  readonly id: number;
  readonly at: number;
  readonly event: string;
  readonly outcome: string;
  readonly durationMs: number;
  /** A summary of its calls. */
  readonly calls: string;
}

/** The newest invocations. */
export interface RunsView {
  readonly runs: readonly RunRow[];
  readonly invocations: number;
}

/** One invocation with its calls and log lines. */
export interface RunDetail extends RunRow {
  readonly error: string;
  readonly rendered: unknown;
  readonly steps: readonly {
    readonly label: string;
    readonly result: string;
    readonly afterMs: number;
  }[];
  readonly log: readonly LogRow[];
}

/** One line that the app logged. */
export interface LogRow {
  readonly at: number;
  readonly level: string;
  readonly text: string;
  readonly invocation: number;
}

/** The app's data on the platform. */
export interface StoresView {
  readonly keyValues: readonly { readonly key: string; readonly bytes: number; readonly value: unknown }[];
  readonly entities: readonly { readonly name: string; readonly records: readonly unknown[] }[];
  readonly schedules: readonly {
    readonly name: string;
    readonly at: number;
    readonly repeat: string;
    readonly data: unknown;
  }[];
}

/** One limit and its usage. */
export interface LimitRow {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
  readonly unit: string;
  readonly refused: number;
}

/** The usage of each limit, and everything the app did that the documentation forbids. */
export interface LimitsView {
  readonly limits: readonly LimitRow[];
  readonly violations: readonly { readonly at: number; readonly text: string; readonly invocation: number }[];
}
