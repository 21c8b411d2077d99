import { readName } from '../naming/group-event';
import { putRecord, toNameRecord } from '../outbox/record-contact';
import { refusal } from '../platform/answer';
import { createLog } from '../platform/log';
import { createRecordStore } from '../platform/record-store';
import { wayOf } from '../setup/settings';
import { ERROR_CODES } from '../values/app-error';
import { readField, readId } from '../values/read-field';
import { answerPage, parseRequest, type AnswerOf } from './page-function';

/** Without a Freshdesk key records the name (`request.id`, `request.name`) for the next run. */
async function learn(payload: unknown): Promise<AnswerOf<'learnGroup'>> {
  const request = parseRequest(payload, ['id', 'name']);
  const groupId = readId(request?.['id']);
  const name = readName(request?.['name']);
  if (groupId === null || name === null) return refusal('bad_request');
  if (wayOf(readField(payload, 'iparams')) === 'checked') return { ok: true, needed: false };
  const record = toNameRecord({ groupId, name, how: 'page', at: Date.now() });
  const isPut = await putRecord(createRecordStore(), record, createLog('learnGroup'));
  return isPut ? { ok: true, needed: true } : refusal(ERROR_CODES.storeFailed);
}

/**
 * Takes the name of a group from an agent's ticket page. One entity operation; none with a Freshdesk key, which gives all
 * names: then `needed` is false, and the browser asks no more for a while. @ops 0
 */
export async function learnGroup(payload: unknown): Promise<void> {
  await answerPage('learnGroup', () => learn(payload));
}
