/** The difference between injixo's counts and Freshdesk since the installation. */
export interface ComparisonLine {
  /** Contacts expected in injixo. */
  readonly contacts: number;
  readonly inInjixo: number;
  /** Not in injixo yet, but known to the app or in a time that the app reports as incomplete. */
  readonly onTheWay: number;
  /** Held by the app for a decision: unclear or refused. */
  readonly held: number;
  readonly lost: number;
  readonly doubled: number;
  readonly wrongQueue: number;
  /** Without a Freshdesk key: contacts that no event told the app. */
  readonly untold: number;
  /** Contacts of the past that injixo imported itself. */
  readonly ownImport: number;
  /** Contacts of the past that injixo's import and the app's both counted. */
  readonly twice: number;
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

/** The summary at the top of every tab, sent after each change. */
export interface Summary {
  readonly now: number;
  readonly seed: number;
  /** The number of this sandbox; grows with each reset. */
  readonly sandbox: number;
  /** Whether a day can be played. */
  readonly hasDay: boolean;
  readonly isInstalled: boolean;
  /** The app's settings have a Freshdesk API key: it runs in the checked way. */
  readonly hasFreshdeskKey: boolean;
  /** True while the clock is moving or the sandbox is being reset. */
  readonly isBusy: boolean;
  /** From when until when the clock is moving (ms since 1970); null: it stands, or another sandbox is made. */
  readonly passing: { readonly from: number; readonly until: number } | null;
  /** The time zone in which the app's page tells times. */
  readonly pageZone: string;
  /** Grows with every change. */
  readonly revision: number;
  /** Grows whenever time was advanced. */
  readonly moves: number;
  readonly comparison: ComparisonLine | null;
  /** Names of the active faults. */
  readonly faults: readonly string[];
}

/** How a sandbox starts: nothing set up, or after a played day. */
export type Beginning = 'empty' | 'day';
