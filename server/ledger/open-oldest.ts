import { LIMITS } from '../values/limits';
import { ledgerKey, type Ledger, type LedgerContact } from './ledger';

const HOUR_MS = 3_600_000;

/** What loading ledger keys needs of a run. */
export interface LedgerReader {
  readonly ledger: Pick<Ledger, 'isLoaded' | 'load'>;
  readonly budget: { keysToOpen(most: number): number; opsLeft(): number };
  readonly now: () => number;
}

/**
 * Loads a contact's ledger key as far as so many keys allow; returns how many that counted as. A key is read and written
 * back; further parts of a crowded hour are only read, so two of them count as one.
 */
export async function openWithin(
  { ledger }: Pick<LedgerReader, 'ledger'>,
  contact: LedgerContact,
  keysLeft: number,
): Promise<number> {
  if (ledger.isLoaded(contact) || keysLeft < 1) return 0;
  const reads = await ledger.load([contact], 2 * keysLeft - 1);
  return (ledger.isLoaded(contact) ? reads + 1 : reads) / 2;
}

/** Loads keys in this order. An hour that one read does not answer for waits until all other keys are loaded. */
async function openInTurn(
  run: LedgerReader,
  contacts: readonly LedgerContact[],
  keys: number,
): Promise<number> {
  const byKey = new Map(contacts.map((contact) => [ledgerKey(contact), contact]));
  let used = 0;
  for (const contact of byKey.values()) used += await openWithin(run, contact, Math.min(1, keys - used));
  for (const contact of contacts) used += await openWithin(run, contact, keys - used);
  return used;
}

/** True for a contact of the last hour; one that is dated ahead is none. */
export function isLive({ occurredAt }: Pick<LedgerContact, 'occurredAt'>, now: number): boolean {
  return Math.abs(now - occurredAt) <= HOUR_MS;
}

/**
 * Loads ledger keys, at most `mostKeys` and as many as leave enough operations to send: half of them are kept for contacts
 * of the last hour, the oldest first, so that neither those nor older ones wait for the others. When all that is due lies in
 * one crowded hour, its oldest contact may use what the statistics would have used. Returns the contacts whose keys are
 * loaded, oldest first.
 * @ops those of Ledger.load
 */
export async function openOldest<T extends { readonly contact: LedgerContact }>(
  run: LedgerReader,
  contacts: readonly T[],
  mostKeys: number,
): Promise<readonly T[]> {
  const oldestFirst = [...contacts].sort((a, b) => a.contact.occurredAt - b.contact.occurredAt);
  const inOrder = oldestFirst.map(({ contact }) => contact);
  const live = inOrder.filter((contact) => isLive(contact, run.now()));
  const others = inOrder.filter((contact) => !isLive(contact, run.now()));
  const keys = run.budget.keysToOpen(mostKeys);
  const used = await openInTurn(run, live, Math.ceil(keys / 2));
  await openInTurn(run, [...others, ...live], keys - used);
  const isOpen = ({ contact }: T): boolean => run.ledger.isLoaded(contact);
  if (!oldestFirst.some(isOpen))
    await run.ledger.load(inOrder.slice(0, 1), run.budget.opsLeft() - LIMITS.reserves.ledgerAlone);
  return oldestFirst.filter(isOpen);
}
