import type { LedgerContact } from '../ledger/ledger';
import type { RunContext } from './run-context';

/**
 * Opens a contact's ledger key when so many may be opened; returns how many that counted as, null when none may. A key is
 * read and written back; the further parts of a crowded hour are only read, so two of them count as one.
 */
export async function openWithin(
  { ledger }: RunContext,
  contact: LedgerContact,
  keysLeft: number,
): Promise<number | null> {
  if (!ledger.isOpen(contact) && keysLeft < 1) return null;
  const operations = await ledger.open([contact]);
  return operations === 0 ? 0 : Math.ceil((operations + 1) / 2);
}

/**
 * Opens ledger keys, oldest contacts first, at most so many and as many as leave enough operations to send; returns the
 * contacts whose keys are open, oldest first. One operation a key and each further part of a crowded hour.
 */
export async function openOldest<T extends { readonly contact: LedgerContact }>(
  run: RunContext,
  contacts: readonly T[],
  mostKeys: number,
): Promise<readonly T[]> {
  const oldestFirst = [...contacts].sort((a, b) => a.contact.occurredAt - b.contact.occurredAt);
  let keys = run.budget.keysToOpen(mostKeys);
  for (const { contact } of oldestFirst) {
    keys -= (await openWithin(run, contact, keys)) ?? 0;
  }
  return oldestFirst.filter(({ contact }) => run.ledger.isOpen(contact));
}
