import type { Clock } from '../../support/clock';
import type { StepHook, StepKind, StepRecord } from '../../support/step';

/** How an invocation ended. */
export type InvocationOutcome = 'done' | 'failed' | 'killed' | 'timed out';

/** What the code gave to `renderData`. */
export interface Rendered {
  readonly error: unknown;
  readonly data: unknown;
}

/** How one invocation of the package went. */
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

/** What one invocation is, and who hears of its steps. */
export interface InvocationOptions {
  readonly id: number;
  readonly event: string;
  readonly handler: string;
  readonly limitMs: number;
  readonly clock: Clock;
  readonly onStep: StepHook;
  /** Whether it only ends by calling renderData (setup events, functions). */
  readonly mustRender: boolean;
  readonly onViolation: (text: string) => void;
}
