import { nameDecided, type NamingResult } from '../delivery/name-contacts';
import { inParallel } from '../delivery/in-parallel';
import { openOldest } from '../delivery/open-oldest';
import type { RunContext } from '../delivery/run-context';
import { sendContacts } from '../delivery/send-contacts';
import { settleUnsent } from '../delivery/settle-unsent';
import { withoutRecord } from '../outbox/waiting-contacts';
import { LIMITS } from '../platform/limits';
import type { FoundContact } from './found-contacts';

/** What the scan has to know of the outbox: what waits there is not missing. */
export interface KnownWaiting {
  readonly contactIds: ReadonlySet<string>;
  /** False: the outbox holds more than was read, so that a find may only be waiting. */
  readonly complete: boolean;
}

function isUnsettled(run: RunContext, { contact }: FoundContact): boolean {
  return !run.ledger.isOpen(contact) || run.ledger.markOf(contact) === 'none';
}

function name(run: RunContext, { contact, source, groupId, unknown }: FoundContact): Promise<NamingResult> {
  const decision = unknown ? ({ kind: 'unknown' } as const) : ({ kind: 'named', source, groupId } as const);
  return nameDecided(withoutRecord(contact), decision, run);
}

/**
 * Settles finds, oldest first: drops what the ledger or the outbox knows, names and sends the rest straight from the run.
 * Returns what is left.
 */
export async function settleFound(
  run: RunContext,
  found: readonly FoundContact[],
  known: KnownWaiting,
): Promise<readonly FoundContact[]> {
  const candidates = found.filter(({ contact }) => !known.contactIds.has(contact.contactId));
  const open = await openOldest(run, candidates, LIMITS.scanKeysPerRun);
  const missing = open.filter((each) => isUnsettled(run, each));
  const named = await inParallel(missing, 1, (each) => name(run, each));
  await settleUnsent(
    run,
    named.flatMap((each) => (each.kind === 'left out' ? [each.waiting] : [])),
    false,
  );
  const contacts = named.flatMap((each) => (each.kind === 'send' ? [each.contact] : []));
  if (contacts.length > 0) {
    run.log.info('scan sends what no event recorded', { waiting: contacts.length });
    await sendContacts(run, contacts, known.complete ? 'scan' : 'outbox');
  }
  return candidates.filter((each) => isUnsettled(run, each));
}
