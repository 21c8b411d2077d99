import { parseTypedNames } from '../naming/typed-names';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { ERROR_CODES, errorCode } from '../values/app-error';
import { answerPage, parseRequest } from './page-function';

/** Adds commands; until the first run, there is no record of them to add to. @ops 1, 2 before the first run */
async function addOrders(
  store: KeyValueStore,
  orders: Parameters<KeyValueStore['setFields']>[1],
): Promise<void> {
  try {
    await store.setFields(KEYS.orders, orders);
  } catch (error) {
    // A record that is there is not created: then it was the store that failed.
    const isFirst = errorCode(error) === ERROR_CODES.storeFailed;
    if (!isFirst || !(await store.create(KEYS.orders, { v: 1, ...orders }))) throw error;
  }
}

/**
 * Takes what a person says of a group or a source of the account's own, or of many in one go (`request.names`): its name, that
 * the group is gone, that the source has no label. The next run applies it. Idempotent; the last press counts.
 * @ops 1, 2 before the first run
 */
export async function nameGroup(payload: unknown): Promise<void> {
  await answerPage('nameGroup', async (store, log) => {
    const request = parseRequest(payload, ['kind', 'id', 'name', 'gone', 'noLabel', 'names']);
    const { names, orders, problem } = parseTypedNames(request, Date.now());
    log.info('command taken', { event: 'nameGroup', outcome: problem ?? 'scheduled' });
    if (problem !== null) return refusal(problem);
    await addOrders(store, orders);
    return { ok: true, names };
  });
}
