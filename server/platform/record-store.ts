import { parseInstant } from '../values/instant';
import { readField } from '../values/read-field';
import { callStore } from './key-value-store';
import type { RecordStore } from './ports';

interface EntityPage {
  readonly records?: unknown;
  readonly links?: { readonly next?: { readonly marker?: unknown } | null } | null;
}

function entity(): PlatformEntity {
  return $db.entity({ version: 'v1' }).get('contacts');
}

function readPage({ records, links }: EntityPage): Awaited<ReturnType<RecordStore['list']>> {
  const marker = links?.next?.marker;
  const rows = Array.isArray(records) ? (records as readonly unknown[]) : [];
  return {
    // A row without an id cannot be deleted, so nothing may be done with it.
    records: rows.flatMap((row) => {
      const recordId = readField(row, 'display_id');
      if (typeof recordId !== 'string' && typeof recordId !== 'number') return [];
      const recordedAt = parseInstant(readField(row, 'created_time'));
      return [{ recordId: String(recordId), recordedAt, data: readField(row, 'data') }];
    }),
    next: typeof marker === 'string' && marker !== '' ? marker : null,
  };
}

/** The platform's entity store as a port; every failure is an AppError. One entity operation a call. */
export function createRecordStore(): RecordStore {
  return {
    create: (data) => callStore('entity store', () => entity().create(data)),
    list(marker) {
      const options = marker === null ? {} : { next: { marker } };
      return callStore('entity store', async () => readPage((await entity().getAll(options)) as EntityPage));
    },
    remove: (recordId) => callStore('entity store', () => entity().delete(recordId), { value: undefined }),
  };
}
