import { readField, readId } from '../values/read-field';
import { isHidden, type FreshdeskAnswer, type FreshdeskGet } from './client';

/** The account's names as one call gives them: groups by id, labels of its ticket sources by number. */
export interface AccountNames {
  readonly groups: ReadonlyMap<number, string>;
  readonly sources: ReadonlyMap<number, string>;
}

type Pair = readonly [id: number, name: string];

/** A pair when there is a name: what is no text would be a queue's name for ever. */
function named(id: number, name: unknown): readonly Pair[] {
  return typeof name === 'string' && name !== '' ? [[id, name]] : [];
}

function pairOf(a: unknown, b: unknown): readonly Pair[] {
  // Label → id is what real accounts answer; id → label and lists of either have been seen as well.
  const idFirst = readId(a);
  const idSecond = readId(b);
  if (idSecond !== null) return named(idSecond, a);
  return idFirst === null ? [] : named(idFirst, b);
}

function choiceOf(choice: unknown): readonly Pair[] {
  if (Array.isArray(choice)) return pairOf(choice[0], choice[1]);
  return pairOf(readField(choice, 'label') ?? readField(choice, 'value') ?? '', readField(choice, 'id'));
}

function pairsOf(choices: unknown): ReadonlyMap<number, string> {
  if (Array.isArray(choices)) return new Map(choices.flatMap(choiceOf));
  if (typeof choices !== 'object' || choices === null) return new Map();
  return new Map(Object.entries(choices).flatMap(([key, value]) => pairOf(key, value)));
}

function choicesOf(fields: readonly unknown[], type: string): ReadonlyMap<number, string> {
  const field = fields.find((each) => readField(each, 'type') === type);
  return pairsOf(readField(field, 'choices'));
}

/** Group and source names (Freshdesk API: list ticket fields). One call. */
export async function askNames(get: FreshdeskGet): Promise<FreshdeskAnswer<AccountNames>> {
  const answer = await get('/api/v2/ticket_fields');
  if (!answer.ok) return answer;
  if (!Array.isArray(answer.value)) return { ok: false, problem: { kind: 'unreachable' } };
  const fields = answer.value as readonly unknown[];
  return {
    ...answer,
    value: { groups: choicesOf(fields, 'default_group'), sources: choicesOf(fields, 'default_source') },
  };
}

/** One group's name, null when the group exists no more (Freshdesk API: view a group). One call. */
export async function askGroupName(
  get: FreshdeskGet,
  groupId: number,
): Promise<FreshdeskAnswer<string | null>> {
  const answer = await get(`/api/v2/groups/${groupId}`);
  if (answer.ok) {
    const name = readField(answer.value, 'name');
    return { ...answer, value: typeof name === 'string' ? name : '' };
  }
  return isHidden(answer.problem) ? { ok: true, value: null, serverTime: null } : answer;
}
