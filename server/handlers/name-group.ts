import { parseTypedNames } from '../naming/typed-names';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { answerPage, parseRequest } from './page-function';

/**
 * Takes what a person says of a group or a source of the account's own, or of many in one go (`request.names`): its name, that
 * the group is gone, that the source has no label. The next run applies it. Idempotent; the last press counts. @ops 1
 */
export async function nameGroup(payload: unknown): Promise<void> {
  await answerPage('nameGroup', async (store, log) => {
    const request = parseRequest(payload, ['kind', 'id', 'name', 'gone', 'noLabel', 'names']);
    const { names, orders, problem } = parseTypedNames(request, Date.now());
    log.info('command taken', { event: 'nameGroup', outcome: problem ?? 'scheduled' });
    if (problem !== null) return refusal(problem);
    await store.setFields(KEYS.orders, orders);
    return { ok: true, names };
  });
}
