import { KEYS, leaseAfterKey } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';

interface Lease {
  readonly v: 1;
  readonly holder: string;
  /** Milliseconds. */
  readonly until: number;
}

function untilOf(stored: unknown): number | null {
  const until = (stored as Partial<Lease> | null | undefined)?.until;
  return typeof until === 'number' ? until : null;
}

async function takeOver(store: KeyValueStore, lease: Lease, now: number): Promise<boolean> {
  const until = untilOf(await store.get(KEYS.lease));
  if (until === null || now < until + LIMITS.leaseGraceMs) return false;
  const mark = await store.create(
    leaseAfterKey(until),
    { v: 1, holder: lease.holder },
    {
      ttlSeconds: LIMITS.leaseTakeoverSeconds,
    },
  );
  if (mark) await store.set(KEYS.lease, lease, { ttlSeconds: LIMITS.leaseSeconds });
  return mark;
}

/**
 * True for at most one caller a minute, which then works alone. The lease is never released: a run that was killed is long
 * dead before the next begins, and every limit a minute is a limit of one run. A lease that its store forgot to expire is
 * taken over two minutes late. One to four operations.
 */
export async function takeLease(store: KeyValueStore, holder: string, now: number): Promise<boolean> {
  const lease: Lease = { v: 1, holder, until: now + LIMITS.leaseSeconds * 1000 };
  const taken = await store.create(KEYS.lease, lease, { ttlSeconds: LIMITS.leaseSeconds });
  return taken || takeOver(store, lease, now);
}
