import type { Format } from '../../language/format.ts';
import type { Speaker } from '../../language/speak.ts';
import type { Named, NameOf, Naming, Overview, Unnamed } from '../../../../server/page-contract';

/** What the form asks about one group or source. */
export interface NameRow {
  /** The same for the same group or source. */
  readonly key: string;
  readonly of: NameOf;
  readonly title: string;
  /** The group's page in Freshdesk; null: sources have none, or the account's address is not known. */
  readonly url: string | null;
  readonly note: string;
  readonly fieldLabel: string;
  /** What can be said in place of a name. */
  readonly otherLabel: string;
  /** A name that was entered before and can still be changed. */
  readonly before: string;
  readonly queues: Unnamed['queues'];
}

const OTHER = { group: 'names.gone', source: 'names.no_label' } as const;

function rowOf(of: NameOf, freshdeskUrl: string | null, { say }: Speaker): Omit<NameRow, 'note' | 'before'> {
  const { kind, id } = of;
  const words = { id: String(id) };
  const isLinked = kind === 'group' && freshdeskUrl !== null;
  return {
    key: `${kind}-${id}`,
    of: { kind, id },
    title: say(`names.${kind}`, words),
    url: isLinked ? `${freshdeskUrl}/a/admin/groups/${id}/edit` : null,
    fieldLabel: say(`names.field.${kind}`, words),
    otherLabel: say(OTHER[kind]),
    queues: [],
  };
}

function isChangeable({ how, isSent, name }: Named): boolean {
  return how === 'typed' && !isSent && name !== null;
}

/** The rows of the form: what has no name, then what was entered and can still be changed. None with a Freshdesk key. */
export function nameRows(
  { way, unnamed = [] }: Overview,
  named: readonly Named[],
  freshdeskUrl: string | null,
  speaker: Speaker,
  format: Format,
): readonly NameRow[] {
  if (way !== 'live') return [];
  const { say } = speaker;
  const missing = unnamed.map(({ contacts, oldestDueAt, queues, ...of }) => {
    const note = say('names.waiting', { count: contacts, time: format.moment(oldestDueAt) });
    return { ...rowOf(of, freshdeskUrl, speaker), note, before: '', queues };
  });
  const keys = new Set(missing.map(({ key }) => key));
  const changeable = named.filter(isChangeable).map(({ name, ...of }) => {
    const row = rowOf(of, freshdeskUrl, speaker);
    return { ...row, note: say('names.changeable'), before: name ?? '' };
  });
  return [...missing, ...changeable.filter(({ key }) => !keys.has(key))];
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** What a person says with this entry; null: nothing, or what was said before. */
export function namingOf({ of, before }: NameRow, text: string, isOther: boolean): Naming | null {
  const { kind, id } = of;
  if (isOther) return kind === 'group' ? { kind, id, gone: true } : { kind, id, noLabel: true };
  const name = tidy(text);
  return name === '' || name === before ? null : { kind, id, name };
}

const KINDS = { tickets: 'Tickets', replies: 'Replies' } as const;

function groupAndSource(source: string, { kind, id }: NameOf, text: string, isOther: boolean): string {
  if (kind === 'group') return isOther ? 'Unknown group/source' : `${tidy(text)} ${source}`;
  return `${source} ${isOther ? `source ${id}` : tidy(text)}`;
}

/** The names of queues that would result; none while nothing is entered. */
export function queueNames({ of, queues }: NameRow, text: string, isOther: boolean): readonly string[] {
  if (!isOther && tidy(text) === '') return [];
  const names = queues.map(
    ({ source, kind }) => `${groupAndSource(source, of, text, isOther)} ${KINDS[kind]}`,
  );
  return [...new Set(names)];
}

/** A line of the list of known names. */
export type NameWords = readonly [name: string, of: string, how: string, at: string];

/** Describes what is known. */
export function knownNames(named: readonly Named[], { say }: Speaker, format: Format): readonly NameWords[] {
  const without = { group: say('names.is_gone'), source: say('names.has_no_label') };
  return named.map(({ kind, id, name, how, at }) => [
    name ?? without[kind],
    say(`names.${kind}`, { id: String(id) }),
    say(`names.how.${how}`),
    format.moment(at),
  ]);
}
