import type { Clock } from '../../support/clock';
import type { StepHook, StepKind, StepRecord } from '../../support/step';

/** How an invocation ended. */
export type InvocationOutcome = 'done' | 'failed' | 'killed' | 'timed out';

/** The arguments of `renderData`. */
export interface Rendered {
  readonly error: unknown;
  readonly data: unknown;
}

/** The result of one invocation of the package. */
export interface InvocationResult {
  readonly id: number;
  /** The event's or the function's name. */
  readonly event: string;
  readonly handler: string;
  readonly outcome: InvocationOutcome;
  readonly rendered?: Rendered;
  readonly error?: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly steps: readonly StepRecord[];
  readonly calls: Readonly<Record<StepKind, number>>;
}

/** Options of one invocation, and the listener to its steps. */
export interface InvocationOptions {
  readonly id: number;
  readonly event: string;
  readonly handler: string;
  readonly limitMs: number;
  readonly clock: Clock;
  readonly onStep: StepHook;
  /** Whether only renderData ends it (setup events, functions). */
  readonly mustRender: boolean;
  readonly onViolation: (text: string) => void;
}
