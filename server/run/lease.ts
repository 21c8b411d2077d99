import { KEY_OF, KEYS } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';

interface Lease {
  readonly v: 1;
  readonly holder: string;
  /** Milliseconds. */
  readonly until: number;
}

/**
 * True for at most one caller a minute. The lease is never released: it outlives every invocation, so each limit per minute
 * is a limit per run. A lease that the store did not expire is taken over two minutes late. @ops 1 to 4
 */
export async function takeLease(store: KeyValueStore, holder: string, now: number): Promise<boolean> {
  const lease: Lease = { v: 1, holder, until: now + LIMITS.leaseSeconds * 1000 };
  if (await store.create(KEYS.lease, lease, { ttlSeconds: LIMITS.leaseSeconds })) return true;
  const until = ((await store.get(KEYS.lease)) as Partial<Lease> | null | undefined)?.until;
  if (typeof until !== 'number' || now < until + LIMITS.leaseGraceMs) return false;
  // Only one caller can create the mark of an expired lease.
  const mark = { v: 1, holder };
  const isMine = await store.create(KEY_OF.leaseAfter(until), mark, {
    ttlSeconds: LIMITS.leaseTakeoverSeconds,
  });
  if (isMine) await store.set(KEYS.lease, lease, { ttlSeconds: LIMITS.leaseSeconds });
  return isMine;
}
