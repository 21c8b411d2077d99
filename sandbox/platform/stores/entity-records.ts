import { mixBits } from '../../support/random';
import type { JsonObject } from '../../support/json-value';

/** One stored record. */
export interface StoredRecord {
  readonly displayId: string;
  readonly order: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
  readonly json: string;
}

/** One record as the package's code sees it. */
export interface EntityRecord {
  readonly display_id: string;
  readonly created_time: string;
  readonly updated_time: string;
  readonly data: JsonObject;
}

/** Creates a record; its position in listings is independent of its creation time. */
export function newRecord(entity: string, sequence: number, seed: number, at: number): StoredRecord {
  return {
    displayId: `${entity.slice(0, 3).toUpperCase()}-${sequence}`,
    order: mixBits(seed, sequence) * 2 ** 20 + (sequence % 2 ** 20),
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    json: '{}',
  };
}

/** The record in the platform's form. */
export function toEntityRecord(record: StoredRecord): EntityRecord {
  return {
    display_id: record.displayId,
    created_time: new Date(record.createdAt).toISOString(),
    updated_time: new Date(record.updatedAt).toISOString(),
    data: JSON.parse(record.json) as JsonObject,
  };
}
