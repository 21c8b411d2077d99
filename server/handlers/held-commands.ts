import { HELD_COMMANDS, commandField, type HeldCommand } from '../run/commands';
import { NOTHING_HELD, type HeldState } from '../sending/sending-state';
import type { BatchNumber, FunctionAnswer } from '../page-contract';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { answerPage, parseBatchNumber } from './page-function';

async function give(command: HeldCommand, payload: unknown): Promise<FunctionAnswer<BatchNumber>> {
  const number = parseBatchNumber(payload);
  if (number === null) return refusal('bad_request');
  const store = createKeyValueStore();
  const { held = NOTHING_HELD } = ((await store.get(KEYS.state)) ?? {}) as { held?: HeldState };
  const batches = command === 'restore' ? held.discarded : held.batches;
  if (!batches.some((batch) => batch.number === number)) return refusal('not_held');
  const others = HELD_COMMANDS.filter((each) => each !== command);
  // The last press counts.
  await store.removeFields(
    KEYS.orders,
    others.map((each) => commandField(each, number)),
  );
  await store.setFields(KEYS.orders, { [commandField(command, number)]: 1 });
  return { ok: true, number };
}

/** Takes a command for a held batch; the next run applies it. Idempotent; the last command for a batch counts. @ops 3 */
function takeCommand(command: HeldCommand): (payload: unknown) => Promise<void> {
  return async (payload) => {
    await answerPage(
      `${command}Held` as const,
      async (log) => {
        const answer = await give(command, payload);
        log.info('command taken', { event: command, outcome: answer.ok ? 'scheduled' : answer.code });
        return answer;
      },
      `command ${command}`,
    );
  };
}

export const sendHeld = takeCommand('send');
/** The contacts of a discarded batch are never sent. */
export const discardHeld = takeCommand('discard');
/** Holds a discarded batch again. */
export const restoreHeld = takeCommand('restore');
