import type { Speaker } from '../catalogue/speak.ts';

const KINDS = { ticket: 'held.kind.ticket', reply: 'held.kind.reply', unknown: 'held.kind.unknown' } as const;

/** A contact id such as `ticket:17` in words; an id of another form stays as it is. */
export function contactWords(contactId: string, { say }: Speaker): string {
  const [kind = '', id = ''] = contactId.split(':');
  if (kind === 'ticket' || kind === 'reply' || kind === 'unknown') return say(KINDS[kind], { id });
  return contactId;
}
