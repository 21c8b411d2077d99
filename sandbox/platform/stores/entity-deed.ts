import type { EntityTable } from './entity-store';
import type { EntityRecord } from './entity-records';
import { isJsonObject, objectIn, type JsonObject } from '../../support/json-value';

/** A successful call of the entity store: what it wrote, removed or showed. */
export interface EntityDeed {
  readonly at: number;
  readonly invocation: number;
  readonly entity: string;
  readonly verb: keyof EntityTable;
  readonly ids: readonly string[];
  /** The records in these places; empty for a record that was removed. */
  readonly data: readonly JsonObject[];
  /** Of a listing, whether this page is its first and its last; otherwise both. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Hears of each call. */
export type EntityHook = (deed: EntityDeed) => void;

function recordsIn(answer: JsonObject): readonly EntityRecord[] {
  const { record, records } = answer as { record?: EntityRecord; records?: readonly EntityRecord[] };
  return records ?? (record === undefined ? [] : [record]);
}

/** What a call with these arguments did, from its answer. */
export function deedOf(
  call: Pick<EntityDeed, 'at' | 'invocation' | 'entity' | 'verb'>,
  args: readonly unknown[],
  answer: object,
): EntityDeed {
  const records = recordsIn(answer as JsonObject);
  const [first] = args;
  return {
    ...call,
    ids: call.verb === 'delete' ? [String(first)] : records.map(({ display_id: id }) => id),
    data: records.map(({ data }) => data),
    isFirst: !(isJsonObject(first) && 'marker' in objectIn(first, 'next')),
    isLast: !('links' in answer),
  };
}
