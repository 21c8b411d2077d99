import { HISTORY_COMMANDS, historyCommandField, type HistoryCommand } from '../history/history-commands';
import { planFor, type HistoryView } from '../history/history-view';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { answerPage, parseRequest, type AnswerOf } from './page-function';

type Answer = AnswerOf<'controlHistory'>;

/** The command under `request`: a start has its span, any other command nothing beside it. */
function parseCommand(payload: unknown): HistoryCommand | null {
  const { command: plain } = parseRequest(payload, ['command']) ?? {};
  const command = HISTORY_COMMANDS.find((each) => each === plain);
  if (command !== undefined) return { command };
  const { command: start, from, until } = parseRequest(payload, ['command', 'from', 'until']) ?? {};
  const isSpan = Number.isSafeInteger(from) && Number.isSafeInteger(until);
  return start === 'start' && isSpan ? { command: start, from: Number(from), until: Number(until) } : null;
}

/** Why a command cannot be given; null: it can, or was before. */
function refusedFor(asked: HistoryCommand, view: HistoryView | null): 'no_history' | 'plan_changed' | null {
  if (view === null) return 'no_history';
  if (asked.command !== 'start') return view.startedFrom === null ? 'no_history' : null;
  const isStarted = view.startedFrom !== null && asked.from >= view.startedFrom;
  return isStarted || planFor(view, asked) !== null ? null : 'plan_changed';
}

async function give(asked: HistoryCommand | null, store: KeyValueStore): Promise<Answer> {
  if (asked === null) return refusal('bad_request');
  const state = (await store.get(KEYS.state)) as { history?: HistoryView | null } | undefined;
  const refused = refusedFor(asked, state?.history ?? null);
  if (refused !== null) return refusal(refused);
  const { command } = asked;
  // The last press counts; a start stays beside what follows it.
  const others = HISTORY_COMMANDS.filter((each) => each !== command);
  if (command !== 'start') await store.removeFields(KEYS.orders, others.map(historyCommandField));
  const value = command === 'start' ? { from: asked.from, until: asked.until } : 1;
  await store.setFields(KEYS.orders, { [historyCommandField(command)]: value });
  return { ok: true, command };
}

/** Takes a command for the history (`request.command`, of a start with its span); the next run applies it. Idempotent. @ops 3 */
export async function controlHistory(payload: unknown): Promise<void> {
  await answerPage('controlHistory', async (store, log) => {
    const answer = await give(parseCommand(payload), store);
    log.info('command taken', { event: 'controlHistory', outcome: answer.ok ? 'scheduled' : answer.code });
    return answer;
  });
}
