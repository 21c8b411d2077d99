import type { Speaker } from '../../language/speak.ts';
import type { ActivityEntry } from '../../../../server/page-contract';

/** Kinds whose sentence depends on their code too. */
const BY_CODE: readonly string[] = ['import', 'names'];
/** What is a trouble, and what ends one; all else is neither. */
const TROUBLES: readonly string[] = [
  'failure_began',
  'key_refused',
  'batch_held',
  'batch_parked',
  'set_aside',
  'records_lost',
];
const ENDS: readonly string[] = ['failure_ended', 'key_accepted', 'read_again'];

/** The tone of an entry, which its mark and its colour show. */
export type EntryTone = 'failed' | 'ok' | 'unknown';

export function toneOf({ kind }: Pick<ActivityEntry, 'kind'>): EntryTone {
  if (TROUBLES.includes(kind)) return 'failed';
  return ENDS.includes(kind) ? 'ok' : 'unknown';
}

/** The sentence of something that happened. */
export function entryWords(
  { kind, code = '', count, batch }: ActivityEntry,
  { say, sayCode }: Speaker,
): string {
  const sentence = sayCode('happened', BY_CODE.includes(kind) ? `${kind}_${code}` : kind, {
    what: sayCode('failure', code),
    key: sayCode('check', code),
    setting: sayCode('setting', code),
    batch: String(batch ?? ''),
    ...(count === undefined ? {} : { count }),
  });
  const isCounted = kind === 'import' && count !== undefined;
  return isCounted
    ? say('activity.counted', { what: sentence, contacts: say('held.contacts', { count }) })
    : sentence;
}
