import { HELD_COMMANDS, commandField, type HeldCommand } from '../run/commands';
import { NOTHING_HELD, type HeldState } from '../sending/sending-state';
import type { BatchNumber, FunctionAnswer } from '../page-contract';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import type { Log } from '../platform/ports';
import { answerPage, parseBatchNumber } from './page-function';

async function give(order: HeldCommand, payload: unknown): Promise<FunctionAnswer<BatchNumber>> {
  const number = parseBatchNumber(payload);
  if (number === null) return refusal('bad_request');
  const store = createKeyValueStore();
  const { held = NOTHING_HELD } = ((await store.get(KEYS.state)) ?? {}) as { held?: HeldState };
  const batches = order === 'restore' ? held.discarded : held.batches;
  if (!batches.some((batch) => batch.number === number)) return refusal('not_held');
  const others = HELD_COMMANDS.filter((each) => each !== order);
  // The last press counts.
  await store.removeFields(
    KEYS.orders,
    others.map((each) => commandField(each, number)),
  );
  await store.setFields(KEYS.orders, { [commandField(order, number)]: 1 });
  return { ok: true, number };
}

/**
 * Takes a person's order about a held batch; a run carries it out. Pressing twice orders once, and the last order about a
 * batch counts. Three key-value operations.
 */
export async function orderHeld(order: HeldCommand, payload: unknown): Promise<void> {
  const work = async (log: Log): Promise<FunctionAnswer<BatchNumber>> => {
    const answer = await give(order, payload);
    log.info('order taken', { event: order, outcome: answer.ok ? 'ordered' : answer.code });
    return answer;
  };
  await answerPage(`${order}Held` as const, work, `order ${order}`);
}

/** Orders that a held batch be sent again. Two key-value operations. */
export async function sendHeld(payload: unknown): Promise<void> {
  await orderHeld('send', payload);
}

/** Orders that a held batch be discarded: its contacts are never sent. Two key-value operations. */
export async function discardHeld(payload: unknown): Promise<void> {
  await orderHeld('discard', payload);
}

/** Orders that a held batch be held again after it was discarded. Two key-value operations. */
export async function restoreHeld(payload: unknown): Promise<void> {
  await orderHeld('restore', payload);
}
