import { orderField, type HeldOrder } from '../delivery/orders';
import type { State } from '../delivery/state';
import { answerFunction, type FunctionAnswer } from '../platform/answer';
import { errorCode } from '../platform/app-error';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { createLog } from '../platform/log';
import { parseBatchNumber } from './parse-request';

function refused(code: string): FunctionAnswer {
  return { ok: false, code, params: {} };
}

async function give(order: HeldOrder, payload: unknown): Promise<FunctionAnswer> {
  const number = parseBatchNumber(payload);
  if (number === null) return refused('bad_request');
  const store = createKeyValueStore();
  const state = (await store.get(KEYS.state)) as State | undefined;
  const batches = (order === 'restore' ? state?.discarded : state?.held) ?? [];
  if (!batches.some((batch) => batch.number === number)) return refused('not_held');
  await store.setFields(KEYS.orders, { [orderField(order, number)]: 1 });
  return { ok: true, number };
}

/**
 * Takes a person's order about a held batch; a run carries it out. Pressing twice orders once. Two key-value operations.
 */
export async function orderHeld(order: HeldOrder, payload: unknown): Promise<void> {
  const log = createLog(`order ${order}`);
  try {
    const answer = await give(order, payload);
    log.info('order taken', { event: order, outcome: answer.ok ? 'ordered' : answer.code });
    answerFunction(answer);
  } catch (error) {
    answerFunction(refused(errorCode(error)));
  }
}
