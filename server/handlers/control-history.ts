import { HISTORY_COMMANDS, historyCommandField, type HistoryCommand } from '../history/continue-history';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { answerPage, parseRequest, type AnswerOf } from './page-function';

async function give(order: HistoryCommand | undefined): Promise<AnswerOf<'controlHistory'>> {
  if (order === undefined) return refusal('bad_request');
  const store = createKeyValueStore();
  const state = (await store.get(KEYS.state)) as { history?: unknown } | undefined;
  if ((state?.history ?? null) === null) return refusal('no_history');
  const others = HISTORY_COMMANDS.filter((each) => each !== order);
  // The last press counts.
  await store.removeFields(KEYS.orders, others.map(historyCommandField));
  await store.setFields(KEYS.orders, { [historyCommandField(order)]: 1 });
  return { ok: true, order };
}

/**
 * Takes a person's order about the import (`request.order`: pause, resume or cancel); the next run carries it out. Pressing
 * twice orders once. Three key-value operations.
 */
export async function controlHistory(payload: unknown): Promise<void> {
  await answerPage('controlHistory', async (log) => {
    const wanted = parseRequest(payload, ['order'])?.['order'];
    const answer = await give(HISTORY_COMMANDS.find((each) => each === wanted));
    log.info('order taken', { event: 'controlHistory', outcome: answer.ok ? 'ordered' : answer.code });
    return answer;
  });
}
