import { parseInstant } from '../values/instant';
import { AppError, ERROR_CODES } from '../values/app-error';
import { platformStatus } from './key-value-store';
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

function storeError(error: unknown): AppError {
  return platformStatus(error) === 429
    ? new AppError(ERROR_CODES.storeLimit, 'The entity store is throttled')
    : new AppError(ERROR_CODES.storeFailed, 'The entity store did not do what was asked');
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
    async create(data) {
      try {
        await entity().create(data);
      } catch (error) {
        throw storeError(error);
      }
    },
    async list(marker) {
      try {
        const page = await entity().getAll(marker === null ? {} : { next: { marker } });
        return readPage(page as EntityPage);
      } catch (error) {
        throw storeError(error);
      }
    },
    async remove(recordId) {
      try {
        await entity().delete(recordId);
      } catch (error) {
        if (platformStatus(error) !== 404) throw storeError(error);
      }
    },
  };
}
