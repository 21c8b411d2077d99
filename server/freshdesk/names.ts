import { readField, readId } from '../values/read-field';
import { getRows, isHidden, type FreshdeskAnswer, type FreshdeskGet } from './client';

/** The account's names as one call gives them: groups by id, labels of its ticket sources by number. */
export interface AccountNames {
  readonly groups: ReadonlyMap<number, string>;
  readonly sources: ReadonlyMap<number, string>;
}

/**
 * The names of a field's choices by id. Real accounts answer label → id; id → label and lists of either have been seen as
 * well.
 */
function choicesOf(fields: readonly unknown[], type: string): ReadonlyMap<number, string> {
  const field = fields.find((each) => readField(each, 'type') === type);
  const choices = readField(field, 'choices');
  if (typeof choices !== 'object' || choices === null) return new Map();
  const pairs = !Array.isArray(choices)
    ? Object.entries(choices)
    : choices.map((choice: unknown): readonly unknown[] =>
        Array.isArray(choice)
          ? choice
          : [readField(choice, 'label') ?? readField(choice, 'value') ?? '', readField(choice, 'id')],
      );
  const named = pairs.flatMap(([a, b]: readonly unknown[]) => {
    const second = readId(b);
    const [id, name] = second === null ? [readId(a), b] : [second, a];
    // Anything but a text would stay in a queue's name permanently.
    return id !== null && typeof name === 'string' && name !== '' ? [[id, name] as const] : [];
  });
  return new Map(named);
}

/** Group and source names (Freshdesk API: list ticket fields). One call. */
export async function askNames(get: FreshdeskGet): Promise<FreshdeskAnswer<AccountNames>> {
  const answer = await getRows(get, '/api/v2/ticket_fields');
  if (!answer.ok) return answer;
  const groups = choicesOf(answer.value, 'default_group');
  return { ...answer, value: { groups, sources: choicesOf(answer.value, 'default_source') } };
}

/** One group's name, null when the group no longer exists (Freshdesk API: view a group). One call. */
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
