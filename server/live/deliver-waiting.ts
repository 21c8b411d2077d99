import type { WaitingContact } from '../contacts/contact';
import { UNKNOWN_QUEUES } from '../contacts/queue';
import type { NamingResult } from '../naming/name-contacts';
import { openOldest } from '../ledger/open-oldest';
import type { KeptWaiting, WaitingKey } from '../outbox/outbox-state';
import { dueAtOf } from '../outbox/waiting-contacts';
import { readWaitingKey, writeWaitingKey, type KeptContact } from '../outbox/waiting-keys';
import { hasHeldMost } from '../sending/retry-rules';
import { LIMITS } from '../values/limits';
import { isAside, rests } from './aside-tickets';
import { settleLeftOut } from './deliver-contacts';
import { keepWaiting } from './keep-waiting';
import type { LiveRun } from './live-run';
import { mergeDuplicates } from './merge-duplicates';
import { nameAll, type Named } from './name-all';

/** True for a reply that waited 24 hours for facts: it counts without them. */
function isOverdue({ since }: Pick<WaitingContact, 'since'>, now: number): boolean {
  return now - since >= LIMITS.factsWaitMs;
}

/** True when facts came for replies of the key, or of one that has replies of the same tickets. */
function haveFactsCome({ keys, came }: KeptWaiting, { number }: WaitingKey): boolean {
  const links = keys.filter(({ also }) => also.includes(number)).map((key) => key.number);
  const numbers = [number, ...links].map((each) => each % LIMITS.waitingKeyNumbers);
  return came.some(([, each]) => numbers.includes(each));
}

/** True when a name is known that contacts of the key wait for; a long list of names may lack some. */
async function haveNamesCome({ names, outbox }: LiveRun, { number }: WaitingKey): Promise<boolean> {
  const { needs } = outbox.value.waiting;
  for (const { kind, id, keys } of needs) {
    if (!keys.some(([each]) => each === number)) continue;
    const name = await (kind === 'group' ? names.groupName(id) : names.sourceLabel(id));
    if (name.kind === 'known') return true;
  }
  return needs.length >= LIMITS.neededNames;
}

/** True when the contacts of a key have, or may have, what they wait for; while injixo takes nothing, this is facts. */
async function isReady(run: LiveRun, key: WaitingKey, isOff: boolean): Promise<boolean> {
  if (isOff) return key.reason === 'facts' && haveFactsCome(run.outbox.value.waiting, key);
  if (run.way === 'checked' || key.reason === 'sending') return true;
  if (key.reason === 'names') return await haveNamesCome(run, key);
  return haveFactsCome(run.outbox.value.waiting, key) || isOverdue({ since: key.oldestAt }, run.now());
}

/** The contacts of a key that are worth naming in this run. */
function worthTrying(
  run: LiveRun,
  { reason }: WaitingKey,
  kept: readonly KeptContact[],
): readonly KeptContact[] {
  if (run.way === 'checked') return kept.filter(({ waiting }) => !rests(run, waiting));
  if (reason !== 'facts') return kept;
  const came = new Set(run.outbox.value.waiting.came.map(([ticketId]) => ticketId));
  return kept.filter(({ waiting }) => came.has(waiting.contact.ticketId) || isOverdue(waiting, run.now()));
}

/** A reply whose ticket's facts have not come within 24 hours is sent as Unknown. */
function withoutFacts(run: LiveRun, named: Named): Named {
  const { waiting, result } = named;
  if (result.kind !== 'untold' || !isOverdue(waiting, run.now())) return named;
  const { contactId, ticketId, occurredAt } = waiting.contact;
  const queue = run.queues.register(UNKNOWN_QUEUES.replies);
  const contact = { contactId, ticketId, occurredAt, queue, unknown: true, recordIds: [] };
  return { ...named, result: { kind: 'send', contact } };
}

/** True for a contact that needs something other than its key stands for. */
function mustMove({ reason }: WaitingKey, { kind }: NamingResult, isOff: boolean): boolean {
  if (kind === 'send') return isOff;
  return kind !== (reason === 'names' ? 'unnamed' : 'untold');
}

/** What each contact needs now: one whose group has got its name may lack its source's. */
function withNewNeeds(kept: readonly KeptContact[], named: readonly Named[]): readonly KeptContact[] {
  const needs = new Map(
    named.flatMap(({ waiting, result }) =>
      result.kind === 'unnamed' ? [[waiting.contact.contactId, result.of] as const] : [],
    ),
  );
  return kept.map((each) => {
    const need = needs.get(each.waiting.contact.contactId);
    if (need === undefined || each.need === null) return each;
    return need.kind === each.need.kind && need.id === each.need.id ? each : { ...each, need };
  });
}

/** What became of a key. */
interface DeliveredKey {
  /** How many contacts were worth naming. */
  readonly tried: number;
  /** Null: the key was not read, or what it had waits for something else now. */
  readonly left: readonly KeptContact[] | null;
}

const NOT_READ: DeliveredKey = { tried: 0, left: null };

/**
 * Names and sends what a key has, when something may have come, and writes what is left. What waits for something else now is
 * first written there; while injixo takes nothing (`isOff`), so is what could be sent: it has its place from then on.
 * @ops 2, those of opening the ledger and the book, of sending, and of keeping; 1 when everything in it rests
 */
async function deliverKey(run: LiveRun, key: WaitingKey, isOff: boolean): Promise<DeliveredKey> {
  if (!(await isReady(run, key, isOff))) return NOT_READ;
  const kept = await readWaitingKey(run, key);
  const tried = worthTrying(run, key, kept).map(({ waiting }) => waiting);
  const loaded = await openOldest(run, tried, LIMITS.ledgerReadsPerRun);
  const sorted = mergeDuplicates(loaded, run.ledger);
  const states = await run.states.find(sorted.toSend);
  const named = (await nameAll(run, sorted.toSend, states)).map((each) => withoutFacts(run, each));
  const imported = await settleLeftOut(
    run,
    named.map(({ result }) => result),
  );
  const sendable = named.flatMap(({ result }) => (result.kind === 'send' ? [result.contact] : []));
  if (!isOff) await run.send(sendable, 'outbox');
  const others = named.filter(({ result }) => mustMove(key, result, isOff));
  const moved = await keepWaiting(run, others, { isStopped: isOff, reserve: 'close' });
  const gone = new Set([...moved, ...imported.map(({ contact }) => contact.contactId)]);
  const waits = kept.filter(({ waiting: { contact } }) => {
    const isSettled = run.ledger.isLoaded(contact) && run.ledger.markOf(contact) !== 'none';
    return !isSettled && !gone.has(contact.contactId);
  });
  const left = withNewNeeds(waits, named);
  const isChanged = left.some((each, index) => each !== kept[index]);
  if (isChanged || left.length < kept.length || kept.length < key.contacts)
    await writeWaitingKey(run, key, left);
  forgetCame(run, key, left);
  return { tried: tried.length, left: moved.size > 0 ? null : left };
}

/** Facts that came for a ticket matter no more once none of its replies waits in the key. */
function forgetCame({ outbox }: LiveRun, key: WaitingKey, left: readonly KeptContact[]): void {
  const { waiting } = outbox.value;
  const tickets = new Set(left.map(({ waiting: { contact } }) => contact.ticketId));
  const number = key.number % LIMITS.waitingKeyNumbers;
  const came = waiting.came.filter(([ticketId, each]) => each !== number || tickets.has(ticketId));
  outbox.change({ waiting: { ...waiting, came } });
}

/** What is left under keys of their own. */
export interface WaitingRest {
  readonly contacts: readonly WaitingContact[];
  /** Of these, how many were due, and when the oldest happened (ms); none whose ticket is set aside. */
  readonly due: number;
  readonly oldest: number | null;
}

function waitingRest(run: LiveRun, left: readonly KeptContact[]): WaitingRest {
  const contacts = left.map(({ waiting }) => waiting);
  const able = contacts.filter((each) => !isAside(run, each));
  const due = able.filter((each) => dueAtOf(each) <= run.now());
  const times = able.map(({ contact }) => contact.occurredAt);
  return { contacts, due: due.length, oldest: times.length === 0 ? null : Math.min(...times) };
}

/**
 * Delivers contacts that waited under keys of their own and have now what they waited for: what could not be sent first, then
 * the oldest. While injixo takes nothing (`isOff`), those get their place whose tickets' facts came. Resolves to what is left;
 * null: not all keys were read.
 */
export async function deliverWaiting(run: LiveRun, isOff: boolean): Promise<WaitingRest | null> {
  const rank = ({ reason }: WaitingKey): number => (reason === 'sending' ? 0 : 1);
  const inOrder = [...run.outbox.value.waiting.keys].sort(
    (a, b) => rank(a) - rank(b) || a.oldestAt - b.oldestAt,
  );
  const rest: DeliveredKey['left'][] = [];
  let named = 0;
  for (const key of inOrder) {
    const mayGoOn =
      named < LIMITS.waitingKeysPerRun && run.budget.mayPost() && run.budget.affords(4, 'ledger');
    if (!mayGoOn || hasHeldMost(run)) return null;
    const { tried, left } = await deliverKey(run, key, isOff);
    rest.push(left);
    // A key in which everything rests costs little.
    named += Math.min(1, tried);
  }
  const known = rest.filter((each) => each !== null);
  return known.length === rest.length ? waitingRest(run, known.flat()) : null;
}
