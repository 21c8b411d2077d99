import { LIMITS } from '../platform/limits';

/** How many entity operations a run may use when this many contacts a minute come in, each of which needs one itself. */
export function entityOpsForRun(contactsPerMinute: number): number {
  const room = LIMITS.entityOpsPerMinute - contactsPerMinute * LIMITS.entityOpsPerExpectedContact;
  return Math.round(Math.min(LIMITS.entityOpsPerRunMost, Math.max(LIMITS.entityOpsPerRunLeast, room)));
}
