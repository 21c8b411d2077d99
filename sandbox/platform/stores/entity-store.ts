import type { EntityDefinitions, EntityField } from './entity-definition';
import { listPage, type EntityPage } from './entity-listing';
import { newRecord, toEntityRecord, type EntityRecord, type StoredRecord } from './entity-records';
import { checkRecord } from './entity-rules';
import type { PlatformFaults } from '../faults';
import type { StoreContext } from './key-value-store';
import { Refusal } from '../refusal';
import { keepFields, keepMap, restoreAll, type Restorable, type Restore } from '../../support/snapshot';

/** One entity of `$db.entity(...)`; each call throws a Refusal where the platform would reject. */
export interface EntityTable {
  create(data: unknown): { record: EntityRecord };
  get(id: unknown): { record: EntityRecord };
  update(id: unknown, data: unknown): { record: EntityRecord };
  delete(id: unknown): { deleted: true };
  getAll(options?: unknown): EntityPage;
}

/** The store behind `$db.entity`. */
export interface EntityStore extends Restorable {
  /** The table of this name; its calls are refused if the package does not declare it. */
  table(name: string): EntityTable;
  wipe(): void;
  /** All existing records by entity, for inspection. */
  list(): Readonly<Record<string, readonly EntityRecord[]>>;
}

type EntityContext = StoreContext & { readonly seed: number };

interface Rows {
  readonly byId: Map<string, StoredRecord>;
  living: number;
  sequence: number;
}

/** Creates an empty store for the entities that the package declares. */
export function createEntityStore(definitions: EntityDefinitions, context: EntityContext): EntityStore {
  const tables = new Map<string, Rows>();
  const rowsOf = (name: string): Rows => {
    const rows = tables.get(name) ?? { byId: new Map<string, StoredRecord>(), living: 0, sequence: 0 };
    tables.set(name, rows);
    return rows;
  };
  return {
    table: (name) => createTable(name, definitions.get(name) ?? null, { context, rowsOf }),
    wipe: () => tables.clear(),
    list: () => {
      const living = (name: string): EntityRecord[] =>
        [...rowsOf(name).byId.values()].filter(isLiving).map(toEntityRecord);
      return Object.fromEntries([...definitions.keys()].map((name) => [name, living(name)]));
    },
    takeSnapshot: () => keepMap(tables, keepRows),
  };
}

function keepRows(rows: Rows): Restore {
  return restoreAll([keepFields(rows), keepMap(rows.byId)]);
}

function createTable(
  name: string,
  declared: readonly EntityField[] | null,
  { context, rowsOf }: { context: EntityContext; rowsOf: (name: string) => Rows },
): EntityTable {
  const { clock, limits, faults, usage, seed } = context;
  const take = (): { rows: Rows; fields: readonly EntityField[] } => {
    usage.take('entity', limits.entityPerMinute);
    if (faults.entityStoreOff) throw new Refusal(403, 'Entity storage is not available for this account');
    if (declared === null) throw new Refusal(404, `Entity ${name} not found`);
    return { rows: rowsOf(name), fields: declared };
  };
  return {
    create: (data) => {
      const { rows, fields } = take();
      const json = JSON.stringify(checkRecord(data, fields, limits));
      if (rows.living >= limits.entityRecords) {
        throw new Refusal(400, `An entity can hold ${limits.entityRecords} records`, { errorSource: 'APP' });
      }
      rows.sequence += 1;
      rows.living += 1;
      return put(rows, { ...newRecord(name, rows.sequence, seed, clock.now()), json });
    },
    get: (id) => ({ record: toEntityRecord(findLiving(take().rows, id)) }),
    update: (id, data) => {
      const { rows, fields } = take();
      const json = JSON.stringify(checkRecord(data, fields, limits));
      return put(rows, { ...findLiving(rows, id), json, updatedAt: clock.now() });
    },
    delete: (id) => {
      const { rows } = take();
      put(rows, { ...findLiving(rows, id), deletedAt: clock.now() });
      rows.living -= 1;
      return { deleted: true };
    },
    getAll: (options) => {
      const { rows, fields } = take();
      const shown = shownRows(rows, faults, clock.now());
      return listPage(shown, options, { fields, pageRecords: limits.entityPageRecords });
    },
  };
}

function put(rows: Rows, record: StoredRecord): { record: EntityRecord } {
  rows.byId.set(record.displayId, record);
  return { record: toEntityRecord(record) };
}

function isLiving(record: StoredRecord): boolean {
  return record.deletedAt === null;
}

function findLiving(rows: Rows, id: unknown): StoredRecord {
  const record = rows.byId.get(String(id));
  if (record === undefined || !isLiving(record)) throw new Refusal(404, 'Record not found');
  return record;
}

/** The rows that a listing shows now; drops rows that no listing will show again. */
function shownRows(rows: Rows, faults: PlatformFaults, now: number): readonly StoredRecord[] {
  for (const { displayId, deletedAt } of [...rows.byId.values()]) {
    if (deletedAt !== null && deletedAt + faults.listingShowsDeletedMs <= now) rows.byId.delete(displayId);
  }
  return [...rows.byId.values()].filter(({ createdAt }) => createdAt + faults.listingMissesNewMs <= now);
}
