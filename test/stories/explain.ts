import { compare } from '../../sandbox/oracle/compare';
import type { Comparison } from '../../sandbox/oracle/comparison';
import { truth } from '../../sandbox/oracle/truth';
import type { TruthOptions } from '../../sandbox/oracle/true-contact';
import type { Story } from './story';

/** A held batch or contact as the app stores it. */
export interface Held {
  readonly reason: 'unclear' | 'parked';
  readonly contactIds: readonly string[];
}

interface HeldValue {
  readonly reason: Held['reason'];
  readonly contacts: readonly (readonly [string, ...unknown[]])[];
}

/** Everything that is held. */
export function heldOf(story: Story): readonly Held[] {
  return (
    Object.entries(story.platform.stores().keyValues)
      .filter(([key]) => key.startsWith('held:'))
      .map(([, value]) => value as Partial<HeldValue>)
      // One that was lost says neither.
      .map(({ reason = 'unclear', contacts = [] }) => ({ reason, contactIds: contacts.map(([id]) => id) }))
  );
}

/** Ids of contacts that are held for this reason. */
export function heldIds(story: Story, reason: Held['reason']): readonly string[] {
  return heldOf(story).flatMap((held) => (held.reason === reason ? held.contactIds : []));
}

/** Ids of the contacts in the outbox, one per record. */
export function outboxIds(story: Story): readonly string[] {
  const records = story.platform.stores().entities['contacts'] ?? [];
  return records.map(({ data }) => String(data['contact_id']));
}

/** Compares injixo's receipts with the helpdesk; held or waiting contacts may be missing. */
export function explain(story: Story, options: Partial<TruthOptions> = {}): Comparison {
  const held = [...heldOf(story).flatMap(({ contactIds }) => contactIds), ...outboxIds(story)];
  const contacts = truth(story.freshdesk.helpdesk, { cutOver: story.cutOver(), ...options });
  return compare(contacts, story.injixo.receipts, { held });
}

/** Expects that every contact arrived once in the right queue, and that nothing waits or is held. */
export function expectAllArrived(story: Story, options: Partial<TruthOptions> = {}): void {
  expect(explain(story, options)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0, details: [] });
  expect({ outbox: outboxIds(story), held: heldOf(story) }).toEqual({ outbox: [], held: [] });
}

/** The number of contacts in injixo by queue name. */
export function queueSums(story: Story): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { queueName, offered } of story.injixo.queues())
    sums[queueName] = (sums[queueName] ?? 0) + offered;
  return sums;
}
