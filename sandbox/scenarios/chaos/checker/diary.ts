import type { Told, ToldRecord } from '../../../oracle/live/told';
import type { EntityDeed } from '../../../platform/stores/entity-deed';
import type { Platform } from '../../../platform/platform';
import type { JsonObject } from '../../../support/json-value';

/** What was told to the app: every record that its outbox ever held, and every reading of it. */
export interface Diary extends Told {
  /** Contact ids of these records. */
  readonly contactIds: ReadonlySet<string>;
}

function toldRecord(id: string, data: JsonObject, writtenAt: number): ToldRecord {
  const changedAt = Date.parse(String(data['changed_at'] ?? ''));
  return {
    id,
    contactId: String(data['contact_id']),
    kind: String(data['kind']),
    ticketId: Number(data['ticket_id']),
    changedAt: Number.isNaN(changedAt) ? null : Math.floor(changedAt / 1000),
    writtenAt,
    removedAt: null,
  };
}

/** Begins to note what happens in the outbox of this platform's app. */
export function keepDiary(platform: Platform): Diary {
  const records = new Map<string, ToldRecord>();
  const contactIds = new Set<string>();
  const listings: { at: number; invocation: number; shown: Set<string> }[] = [];
  const list = ({ at, invocation, ids, isFirst }: EntityDeed): void => {
    if (isFirst && listings.at(-1)?.invocation !== invocation)
      listings.push({ at, invocation, shown: new Set() });
    const listing = listings.findLast((each) => each.invocation === invocation);
    for (const id of ids) listing?.shown.add(id);
  };
  const create = ({ at, ids, data }: EntityDeed): void =>
    ids.forEach((id, index) => {
      const record = toldRecord(id, data[index] ?? {}, at);
      records.set(id, record);
      contactIds.add(record.contactId);
    });
  const remove = ({ at, ids }: EntityDeed): void => {
    for (const record of ids.flatMap((id) => records.get(id) ?? [])) record.removedAt = at;
  };
  const notes: Partial<Record<EntityDeed['verb'], (deed: EntityDeed) => void>> = {
    create,
    getAll: list,
    delete: remove,
  };
  platform.onEntity = (deed) => notes[deed.verb]?.(deed);
  return {
    contactIds,
    listings,
    get records() {
      return [...records.values()];
    },
  };
}
