import { HELD_ORDERS, orderField, type HeldOrder } from '../delivery/orders';
import type { State } from '../delivery/state';
import { refusal, type FunctionAnswer } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { answerPage } from './answer-page';
import { parseBatchNumber } from './parse-request';

async function give(order: HeldOrder, payload: unknown): Promise<FunctionAnswer> {
  const number = parseBatchNumber(payload);
  if (number === null) return refusal('bad_request');
  const store = createKeyValueStore();
  const state = (await store.get(KEYS.state)) as State | undefined;
  const batches = (order === 'restore' ? state?.discarded : state?.held) ?? [];
  if (!batches.some((batch) => batch.number === number)) return refusal('not_held');
  const others = HELD_ORDERS.filter((each) => each !== order);
  // The last press counts.
  await store.removeFields(
    KEYS.orders,
    others.map((each) => orderField(each, number)),
  );
  await store.setFields(KEYS.orders, { [orderField(order, number)]: 1 });
  return { ok: true, number };
}

/**
 * Takes a person's order about a held batch; a run carries it out. Pressing twice orders once, and the last order about a
 * batch counts. Three key-value operations.
 */
export async function orderHeld(order: HeldOrder, payload: unknown): Promise<void> {
  await answerPage(`order ${order}`, async (log) => {
    const answer = await give(order, payload);
    log.info('order taken', { event: order, outcome: answer.ok ? 'ordered' : answer.code });
    return answer;
  });
}
