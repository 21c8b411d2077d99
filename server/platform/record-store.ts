import { parseInstant } from '../values/instant';
import { callStore } from './key-value-store';
import type { RecordStore } from './ports';

interface EntityRecord {
  readonly display_id?: unknown;
  readonly created_time?: unknown;
  readonly data?: unknown;
}

interface EntityPage {
  readonly records?: unknown;
  readonly links?: { readonly next?: { readonly marker?: unknown } | null } | null;
}

function entity(): PlatformEntity {
  return $db.entity({ version: 'v1' }).get('contacts');
}

function readPage({ records, links }: EntityPage): Awaited<ReturnType<RecordStore['list']>> {
  const marker = links?.next?.marker;
  const rows = Array.isArray(records) ? (records as readonly EntityRecord[]) : [];
  return {
    records: rows.map(({ display_id, created_time, data }) => ({
      recordId: String(display_id),
      recordedAt: parseInstant(created_time),
      data,
    })),
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
