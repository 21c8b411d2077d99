import { HISTORY_COMMANDS, historyCommandField, type HistoryCommand } from '../history/continue-history';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { answerPage, parseRequest, type AnswerOf } from './page-function';

async function give(command: HistoryCommand | undefined): Promise<AnswerOf<'controlHistory'>> {
  if (command === undefined) return refusal('bad_request');
  const store = createKeyValueStore();
  const state = (await store.get(KEYS.state)) as { history?: unknown } | undefined;
  if ((state?.history ?? null) === null) return refusal('no_history');
  const others = HISTORY_COMMANDS.filter((each) => each !== command);
  // The last press counts.
  await store.removeFields(KEYS.orders, others.map(historyCommandField));
  await store.setFields(KEYS.orders, { [historyCommandField(command)]: 1 });
  return { ok: true, command };
}

/** Takes a command for the history (`request.command`); the next run applies it. Idempotent. @ops 3 */
export async function controlHistory(payload: unknown): Promise<void> {
  await answerPage('controlHistory', async (log) => {
    const wanted = parseRequest(payload, ['command'])?.['command'];
    const answer = await give(HISTORY_COMMANDS.find((each) => each === wanted));
    log.info('command taken', { event: 'controlHistory', outcome: answer.ok ? 'scheduled' : answer.code });
    return answer;
  });
}
