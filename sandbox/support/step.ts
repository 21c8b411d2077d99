/** What code in the package can call that leaves it: each such call is one step of its invocation. */
export const stepKinds = ['kv', 'entity', 'schedule', 'http', 'request'] as const;
/** What a step calls. */
export type StepKind = (typeof stepKinds)[number];

/** One call out of the package, as it begins. */
export interface Step {
  readonly invocation: number;
  readonly handler: string;
  /** Position among all steps of the invocation, from 1. */
  readonly n: number;
  readonly kind: StepKind;
  /** For example `set lease`, `create contacts`, `POST api.injixo.com/path`. */
  readonly label: string;
  readonly at: number;
}

/** A step as it went; `unsettled` when the code never heard of its end. */
export interface StepRecord extends Step {
  endedAt: number | null;
  result: 'ok' | 'refused' | 'unsettled';
}

/** Whether a step may go on, or the invocation dies before it takes effect or after, unheard. */
export type StepVerdict = 'go' | 'kill before' | 'kill after';
/** Decides about a step before it begins. */
export type StepHook = (step: Step) => StepVerdict;

/** How a step's work ended, and how much virtual time it took. */
export type StepOutcome<T> =
  | { readonly ok: true; readonly value: T; readonly latencyMs: number }
  | { readonly ok: false; readonly error: unknown; readonly latencyMs: number };

/** A step to be carried out. */
export interface StepCall<T> {
  readonly kind: StepKind;
  readonly label: string;
  /** Begins at once; takes its effect whether or not the caller lives to hear of it. */
  readonly work: (step: Step) => StepOutcome<T> | Promise<StepOutcome<T>>;
}

/** What carries out steps: an invocation, or a caller without limits such as the page. */
export interface StepRunner {
  perform<T>(call: StepCall<T>): Promise<T>;
}
