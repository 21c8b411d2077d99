import type { RecordedContact } from '../contacts/contact';
import { nameContact, type NamedContact } from '../delivery/name-contacts';
import type { Origin } from '../delivery/outgoing';
import type { RunContext } from '../delivery/run-context';
import { sendContacts } from '../delivery/send-contacts';
import { settleUnsent } from '../delivery/settle-unsent';
import { inParallel } from '../delivery/in-parallel';
import type { WaitingContact } from '../outbox/waiting-contacts';
import type { Finding, Findings } from './collect-findings';

/** What the scan has to know of the outbox: what waits there is not missing. */
export interface KnownWaiting {
  readonly contactIds: ReadonlySet<string>;
  /** False: the outbox holds more than was read, so that a finding may only be waiting. */
  readonly complete: boolean;
}

function waitingOf(contact: RecordedContact): WaitingContact {
  return { contact, recordIds: [], since: contact.occurredAt };
}

function isSettled(run: RunContext, contact: RecordedContact): boolean {
  return run.ledger.markOf(contact) !== 'none';
}

async function nameAll(run: RunContext, missing: readonly Finding[]): Promise<readonly NamedContact[]> {
  return await inParallel(missing, 1, ({ contact, state }) => nameContact(waitingOf(contact), state, run));
}

/**
 * Sends what the scan found, straight from the run. True when every finding is settled, held, or waits in the outbox, so
 * that the walk may go on; false when it has to come back to them.
 */
export async function sendFindings(
  run: RunContext,
  findings: Findings,
  known: KnownWaiting,
): Promise<boolean> {
  const missing = findings.missing.filter(({ contact }) => !known.contactIds.has(contact.contactId));
  const named = await nameAll(run, missing);
  const leftOut = named.flatMap((each) => (each.kind === 'left out' && each.remember ? [each.waiting] : []));
  await settleUnsent(run, [...leftOut, ...findings.leftOut.map(waitingOf)], false);
  const contacts = named.flatMap((each) => (each.kind === 'send' ? [each.contact] : []));
  const origin: Origin = known.complete ? 'scan' : 'outbox';
  if (contacts.length > 0) await sendContacts(run, contacts, origin);
  const notOurs = named.map((each) => each.kind === 'left out' && !each.remember);
  return missing.every(({ contact }, index) => notOurs[index] === true || isSettled(run, contact));
}
