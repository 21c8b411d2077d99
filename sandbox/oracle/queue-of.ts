import type { Helpdesk } from '../freshdesk/model/helpdesk';
import type { RightQueue, TrueContact } from './true-contact';

const MAX_NAME_LENGTH = 100;

const SOURCE_NAMES: Readonly<Record<number, string>> = {
  1: 'email',
  2: 'portal',
  3: 'phone',
  4: 'forum',
  5: 'twitter',
  6: 'facebook',
  7: 'chat',
  8: 'mobihelp',
  9: 'feedback widget',
  10: 'outbound email',
  11: 'ecommerce',
  12: 'bot',
  13: 'whatsapp',
  14: 'internal task',
  15: 'web chat',
  16: 'web form',
  17: 'instagram message',
  18: 'instagram comment',
  19: 'facebook message',
  20: 'facebook comment',
  21: 'mobile chat',
  22: 'sms',
};

/** The two series of queues. */
export type Series = 'tickets' | 'replies';

const LAST_WORD: Readonly<Record<Series, string>> = { tickets: 'Tickets', replies: 'Replies' };

/** A name as people see it: nothing invisible, white space as one space, composed. */
const tidy = (name: string): string =>
  name
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');

const sourceName = (helpdesk: Helpdesk, source: number): string =>
  SOURCE_NAMES[source] ?? helpdesk.sources.get(source) ?? `source ${source}`;

/** Whether an identifier belongs to an Unknown queue. */
export const isUnknownQueue = (identifier: string): boolean => identifier.startsWith('freshdesk:unknown:');

/** The Unknown queue of a series. */
export const unknownQueue = (series: Series): RightQueue => ({
  identifier: `freshdesk:unknown:${series}`,
  names: [`Unknown group/source ${LAST_WORD[series]}`],
});

/** The queue of a group (null: none) and a ticket source, with all names the group has had. */
export const namedQueue = (
  helpdesk: Helpdesk,
  {
    groupId,
    source,
    series,
  }: { readonly groupId: number | null; readonly source: number; readonly series: Series },
): RightQueue => {
  const groupNames = groupId === null ? ['No group'] : (helpdesk.groups.get(groupId)?.names ?? []);
  const rest = `${sourceName(helpdesk, source)} ${LAST_WORD[series]}`;
  return {
    identifier: `freshdesk:${groupId ?? 'none'}:${source}:${series}`,
    names: groupNames.map((name) => tidy(`${name} ${rest}`)),
  };
};

/** The group's mark in a name that another queue had already, perhaps with a number before it; empty if there is none. */
const markOf = ({ identifier }: RightQueue, name: string): string => {
  const [, group = ''] = identifier.split(':');
  return new RegExp(`(?: \\d+)? #${group}(?= )`).exec(name)?.[0] ?? '';
};

/** Whether a queue may have this name. Long names are cut at an undocumented place, and then bear the group's mark. */
export const mayBeNamed = (queue: RightQueue, name: string): boolean => {
  const mark = markOf(queue, name);
  const plain = name.replace(mark, '');
  return queue.names.some((right) =>
    right.length <= MAX_NAME_LENGTH
      ? right === name || (mark !== '' && (right === plain || name.length > MAX_NAME_LENGTH - mark.length))
      : name.length <= MAX_NAME_LENGTH && mark !== '',
  );
};

/** Identifiers whose queue has a name that people cannot tell from that of an earlier one. */
export const twinQueues = (
  sent: readonly { readonly queueIdentifier: string; readonly queueName: string }[],
): ReadonlySet<string> => {
  const owners = new Map<string, string>();
  const twins = new Set<string>();
  for (const { queueIdentifier, queueName } of sent) {
    const key = tidy(queueName);
    const owner = owners.get(key) ?? queueIdentifier;
    owners.set(key, owner);
    if (owner !== queueIdentifier) twins.add(queueIdentifier);
  }
  return twins;
};

/** The right queues of a contact; the first is the expected one. */
export const expectedQueue = (
  queues: readonly RightQueue[],
): Pick<TrueContact, 'queues' | 'queueIdentifiers' | 'queueName'> => ({
  queues,
  queueIdentifiers: queues.map(({ identifier }) => identifier),
  queueName: queues[0]?.names.at(-1) ?? '',
});
