/** How what injixo counted differs from what happened in Freshdesk since the installation. */
export interface ComparisonLine {
  /** Contacts that ought to be in injixo. */
  readonly contacts: number;
  readonly inInjixo: number;
  /** Not in injixo yet, and the app knows or says that it is not complete so far. */
  readonly onTheWay: number;
  /** Held by the app until a person decides: unclear or refused. */
  readonly held: number;
  readonly lost: number;
  readonly doubled: number;
  readonly wrongQueue: number;
  readonly details: readonly ComparisonDetail[];
}

/** One difference in words. */
export interface ComparisonDetail {
  readonly problem: string;
  readonly contact: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly queue: string;
}

/** What every tab shows at its top, sent whenever something changed. */
export interface Summary {
  readonly now: number;
  readonly seed: number;
  /** Which sandbox this is: grows when one begins anew. */
  readonly sandbox: number;
  /** Whether a day can be played. */
  readonly hasDay: boolean;
  readonly isInstalled: boolean;
  /** The clock is moving, or the sandbox begins anew. */
  readonly isBusy: boolean;
  /** Grows with every change. */
  readonly revision: number;
  /** Grows when time was let pass. */
  readonly moves: number;
  readonly comparison: ComparisonLine | null;
  /** Names of the faults that are on. */
  readonly faults: readonly string[];
}

/** How a sandbox begins: nothing set up, or after a played day. */
export type Beginning = 'empty' | 'day';
