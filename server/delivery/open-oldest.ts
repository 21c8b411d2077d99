import type { LedgerContact } from '../ledger/ledger';
import type { RunContext } from './run-context';

/**
 * Opens ledger keys, oldest contacts first, at most so many and as many as leave enough operations to send; returns the
 * contacts whose keys are open, oldest first. One operation a key.
 */
export async function openOldest<T extends { readonly contact: LedgerContact }>(
  run: RunContext,
  contacts: readonly T[],
  mostKeys: number,
): Promise<readonly T[]> {
  const oldestFirst = [...contacts].sort((a, b) => a.contact.occurredAt - b.contact.occurredAt);
  let keys = run.budget.keysToOpen(mostKeys);
  for (const { contact } of oldestFirst) {
    const cost = run.ledger.costOfOpening([contact]);
    if (cost > keys) continue;
    await run.ledger.open([contact]);
    keys -= cost;
  }
  return oldestFirst.filter(({ contact }) => run.ledger.isOpen(contact));
}
