import { LIMITS } from '../platform/limits';
import type { OutgoingContact } from './outgoing';
import type { RunContext } from './run-context';
import { trendParts } from './trend';

/** Operations that end a run: those of LIMITS.opsToEnd, and two for each part of the trend, with a batch still to be sent. */
export function opsToEndRun(run: RunContext, batch: readonly OutgoingContact[] = []): number {
  const queues = batch.map((contact) => run.queues.indexOf(contact.queue.identifier));
  return LIMITS.opsToEnd + 2 * trendParts(run.note.unsummed, queues);
}
