import { FAILURES, type FailureCode } from './failure';
import type { Failure } from './state';

/** The failure as `state` keeps it; the same failure again keeps its beginning. */
export function reportFailure(before: Failure | null, code: FailureCode, now: number): Failure {
  return { code, sentence: FAILURES[code], since: before?.code === code ? before.since : now };
}
