/** Calls that leave the package's code: each is one step of its invocation. */
export const stepKinds = ['kv', 'entity', 'schedule', 'http', 'request'] as const;
/** A kind of call. */
export type StepKind = (typeof stepKinds)[number];

/** One call out of the package, at its start. */
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

/** A completed step; `unsettled` if the code never received its result. */
export interface StepRecord extends Step {
  endedAt: number | null;
  result: 'ok' | 'refused' | 'unsettled';
}

/** Whether a step proceeds, or the invocation dies before or after its effect, without the result. */
export type StepVerdict = 'go' | 'kill before' | 'kill after';
/** Decides about a step before it starts. */
export type StepHook = (step: Step) => StepVerdict;

/** The result of a step and its duration in virtual time. */
export type StepOutcome<T> =
  | { readonly ok: true; readonly value: T; readonly latencyMs: number }
  | { readonly ok: false; readonly error: unknown; readonly latencyMs: number };

/** A step to be carried out. */
export interface StepCall<T> {
  readonly kind: StepKind;
  readonly label: string;
  /** Starts at once. Its effect is complete even if the caller dies before the result. */
  readonly work: (step: Step) => StepOutcome<T> | Promise<StepOutcome<T>>;
}

/** Carries out steps: an invocation, or a caller without limits such as the page. */
export interface StepRunner {
  perform<T>(call: StepCall<T>): Promise<T>;
}
