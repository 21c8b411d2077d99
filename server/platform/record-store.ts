import { parseInstant } from '../values/instant';
import { AppError, ERROR_CODES } from '../values/app-error';
import { platformStatus } from './key-value-store';
import type { RecordStore, StoredRecord } from './ports';

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

function readRecord(record: EntityRecord): StoredRecord {
  return {
    recordId: String(record.display_id),
    recordedAt: parseInstant(record.created_time),
    data: record.data,
  };
}

function nextMarker(page: EntityPage): string | null {
  const marker = page.links?.next?.marker;
  return typeof marker === 'string' && marker !== '' ? marker : null;
}

/** The platform's entity store as a port; every failure is an AppError. One operation a call. */
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
        const page = (await entity().getAll(marker === null ? {} : { next: { marker } })) as EntityPage;
        const records = Array.isArray(page.records) ? (page.records as EntityRecord[]) : [];
        return { records: records.map(readRecord), next: nextMarker(page) };
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
