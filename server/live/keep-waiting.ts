import type { NamingResult } from '../naming/name-contacts';
import { WAIT_REASONS, type WaitReason } from '../outbox/outbox-state';
import { removeRecords } from '../outbox/remove-records';
import { addWaiting, type KeptContact } from '../outbox/waiting-keys';
import { LIMITS } from '../values/limits';
import type { LiveRun } from './live-run';
import { withPlace, type Named } from './name-all';

/** Why a contact has to wait under a key of its own, by what naming came to. */
const REASON: Readonly<Partial<Record<NamingResult['kind'], WaitReason>>> = {
  unnamed: 'names',
  untold: 'facts',
  send: 'sending',
};

/** Notes in the state, and saves, for which waiting replies the book has facts now. @ops 1 */
export async function noteCame({ outbox, book, save }: LiveRun): Promise<void> {
  const { waiting } = outbox.value;
  const came = [...new Map([...waiting.came, ...book.came()])].slice(-LIMITS.cameTickets);
  outbox.change({ waiting: { ...waiting, came } });
  await save(1);
}

/** Adds replies on tickets without facts, and notes in the book where they wait. @ops 2 and 1 a key of facts */
async function addUntold(run: LiveRun, contacts: readonly KeptContact[]): ReturnType<typeof addWaiting> {
  const before = contacts.flatMap(({ waiting }) => run.book.awaitedIn(waiting.contact.ticketId) ?? []);
  const { number, taken } = await addWaiting(run, 'facts', contacts, before);
  for (const { waiting } of taken)
    run.book.await(waiting.contact.ticketId, number % LIMITS.waitingKeyNumbers);
  await run.book.keep([], () => noteCame(run));
  return { number, taken };
}

/** Operations that keeping contacts for a reason takes: their key, the state, and the keys of facts with what came. */
const OPS: Readonly<Record<WaitReason, number>> = { names: 3, sending: 3, facts: 5 + LIMITS.factsKeysPerRun };

/** How contacts are kept. */
interface KeepOptions {
  /** injixo takes nothing, so that what could be sent is kept too. */
  readonly isStopped: boolean;
  /** What has to be left for others. */
  readonly reserve: 'ledger' | 'close';
}

/**
 * Keeps what needs something that no run can get: first their key, then the state that names it, then their records go.
 * Returns the ids of the contacts that are kept. What operations do not allow stays where it was.
 * @ops 3 a reason, and 1 a key of facts
 */
export async function keepWaiting(
  run: LiveRun,
  named: readonly Named[],
  { isStopped, reserve }: KeepOptions,
): Promise<ReadonlySet<string>> {
  const kept: KeptContact[] = [];
  for (const reason of WAIT_REASONS.filter((each) => isStopped || each !== 'sending')) {
    const those = named.filter(
      ({ waiting, result }) =>
        REASON[result.kind] === reason && run.ledger.markOf(waiting.contact) === 'none',
    );
    if (those.length === 0 || !run.budget.affords(OPS[reason], reserve)) continue;
    const contacts = those.map((each): KeptContact => {
      const { result, waiting } = each;
      if (result.kind === 'unnamed') return { waiting: result.waiting, need: result.of };
      return { waiting: result.kind === 'untold' ? waiting : withPlace(each), need: null };
    });
    const { taken } = await (reason === 'facts'
      ? addUntold(run, contacts)
      : addWaiting(run, reason, contacts));
    kept.push(...taken);
  }
  if (kept.length === 0) return new Set();
  await run.save(1);
  const waiting = kept.map((each) => each.waiting);
  await removeRecords(run, waiting);
  return new Set(waiting.map(({ contact }) => contact.contactId));
}
