import { applyHistoryCommand, readHistoryCommand, type HistoryCommand } from '../history/continue-history';
import { KEYS, heldKey } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import { fromStored } from '../sending/in-flight-batch';
import { openOldest } from '../ledger/ledger';
import { isInLedger, type NamedContact } from '../naming/named-contact';
import type { RunContext } from './run-context';
import { sendHeldContacts } from '../sending/send-contacts';
import type { HeldRecord } from '../sending/settle-batch';
import type { HeldBatch } from './state';
import { writeState } from './write-state';

/** What a person may order about a held batch. */
export const HELD_COMMANDS = ['send', 'discard', 'restore'] as const;
export type HeldCommand = (typeof HELD_COMMANDS)[number];

/** The field of `orders` for an order: pressing twice, or two people pressing, sets the same field. */
export function commandField(order: HeldCommand, number: number): string {
  return `${order}_${number}`;
}

/**
 * Operations that obeying one order may take; fewer left: it waits for the next run. An order about the import must not wait
 * for the import to leave some over.
 */
const OPS_FOR_COMMAND = { held: 20, history: 6 } as const;

interface HeldBatchCommand {
  readonly kind: 'held';
  readonly field: string;
  readonly order: HeldCommand;
  readonly number: number;
}

interface ImportCommand {
  readonly kind: 'history';
  readonly field: string;
  readonly order: HistoryCommand;
}

type Command = HeldBatchCommand | ImportCommand;

function readCommand(field: string): readonly Command[] {
  const history = readHistoryCommand(field);
  if (history !== null) return [{ kind: 'history', field, order: history }];
  const [word, digits] = field.split('_');
  const order = HELD_COMMANDS.find((each) => each === word);
  const number = Number(digits);
  return order === undefined || !Number.isSafeInteger(number) ? [] : [{ kind: 'held', field, order, number }];
}

/** True for an order that sends contacts, and so has to wait until injixo and Freshdesk answer; all others need nobody. */
export function isSending({ order }: Command): boolean {
  return order === 'send';
}

/** Reads the orders of people and makes their key when there is none yet. One operation, two the first time. */
export async function readCommands(store: KeyValueStore): Promise<readonly Command[]> {
  const stored = await store.get(KEYS.orders);
  if (stored === undefined) await store.set(KEYS.orders, { v: 1 });
  return Object.keys(stored ?? {}).flatMap(readCommand);
}

/** The contacts of a held batch, and whether they are the history's. */
interface HeldContacts {
  readonly contacts: readonly NamedContact[];
  readonly past: boolean;
}

async function readHeld(run: RunContext, batch: HeldBatch): Promise<HeldContacts> {
  const record = (await run.store.get(heldKey(batch.number))) as HeldRecord | undefined;
  const contacts = record?.contacts.flatMap((contact) =>
    fromStored(contact, record.queues[contact[2]] ?? '', run.queues),
  );
  return { contacts: contacts ?? [], past: record?.past === true };
}

function inLedger({ contacts, past }: HeldContacts): readonly NamedContact[] {
  return contacts.filter(({ contactId }) => isInLedger(contactId, past));
}

async function send(run: RunContext, { field, number }: HeldBatchCommand): Promise<void> {
  const batch = run.state.held.find((each) => each.number === number);
  if (batch === undefined) return;
  const held = await readHeld(run, batch);
  const { contacts, past } = held;
  const known = inLedger(held).map((contact) => ({ contact }));
  await openOldest(run, known, LIMITS.batchLedgerKeys);
  const open = contacts.filter((each) => !isInLedger(each.contactId, past) || run.ledger.isLoaded(each));
  const { left, isUnclear } = await sendHeldContacts(run, open, { number, past });
  const untried = left + contacts.length - open.length;
  // Not tried for want of time or operations, or because injixo failed: the order stands. What became unclear again makes
  // a held batch of its own; a person decides anew, or one order would leave as many as it had contacts.
  if (untried > 0 && !isUnclear) await run.store.setFields(KEYS.orders, { [field]: 1 });
}

async function discard(run: RunContext, { number }: HeldBatchCommand): Promise<void> {
  const batch = run.state.held.find((each) => each.number === number);
  if (batch === undefined) return;
  const known = inLedger(await readHeld(run, batch));
  await run.ledger.load(known);
  for (const contact of known) run.ledger.raise(contact, 'settled', contact.unknown);
  await run.ledger.save();
  const held = run.state.held.filter((each) => each !== batch);
  const discarded = [...run.state.discarded, batch].slice(-LIMITS.restorable);
  run.state = { ...run.state, held, discarded };
  await writeState(run, 1);
}

async function restore(run: RunContext, { number }: HeldBatchCommand): Promise<void> {
  const batch = run.state.discarded.find((each) => each.number === number);
  if (batch === undefined) return;
  const discarded = run.state.discarded.filter((each) => each !== batch);
  run.state = { ...run.state, held: [...run.state.held, batch], discarded };
  await writeState(run, 1);
}

const APPLY: Readonly<Record<HeldCommand, (run: RunContext, order: HeldBatchCommand) => Promise<void>>> = {
  send,
  discard,
  restore,
};

async function apply(run: RunContext, order: Command): Promise<void> {
  if (order.kind === 'history') await applyHistoryCommand(run, order.order);
  else await APPLY[order.order](run, order);
  run.log.info('order obeyed', {
    event: order.order,
    ...(order.kind === 'held' ? { batch: order.number } : {}),
  });
}

/**
 * Does what people asked for, each order taken out before it is acted on, so that a kill can only lose an order, never do
 * it twice; its batch is then still held and shown. What is not held any more is left alone.
 */
export async function applyCommands(run: RunContext, orders: readonly Command[]): Promise<void> {
  for (const order of orders) {
    if (run.budget.opsLeft() < OPS_FOR_COMMAND[order.kind] || !run.budget.mayPost()) continue;
    await run.store.removeFields(KEYS.orders, [order.field]);
    await apply(run, order);
  }
}
