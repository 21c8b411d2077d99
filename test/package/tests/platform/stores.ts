/** An object as JSON keeps it. */
export type Stored = Record<string, unknown>;

/** Rejects as the platform does: with a plain object. */
export function refuse(status: number, message: string): never {
  throw { status, message };
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

interface Entry {
  readonly value: Stored;
  readonly expiresAt: number;
}

interface SetOptions {
  readonly ttl?: number;
  readonly setIf?: 'not_exist';
}

/** A row of the entity store. */
export interface EntityRow {
  readonly display_id: string;
  readonly created_time: string;
  readonly data: Stored;
}

/** Both stores of an installation, and what a test looks at. */
export interface Stores {
  /** The platform's `$db`. */
  readonly $db: object;
  /** The values of the key-value store by key. */
  readonly values: Readonly<Record<string, Stored>>;
  readonly rows: readonly EntityRow[];
  /** Answers every call with this status; null: the stores work. */
  refuseWith: number | null;
  /** False: the account's plan has no entity store. */
  hasEntities: boolean;
}

/** Creates empty stores. Keys expire by the test's clock. */
export function createStores(now: () => number): Stores {
  const entries = new Map<string, Entry>();
  let rows: readonly EntityRow[] = [];
  let created = 0;

  const alive = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    return entry !== undefined && entry.expiresAt > now() ? entry : undefined;
  };
  const found = (key: string): Entry => alive(key) ?? refuse(404, 'Record not found');
  /** Every call ends later, or is refused. */
  const operate = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (stores.refuseWith !== null) refuse(stores.refuseWith, 'The store does not answer');
    return work();
  };

  const operateOnEntity = <T>(work: () => T): Promise<T> =>
    operate(() => (stores.hasEntities ? work() : refuse(403, 'The plan has no entity store')));

  const entity = {
    create: (data: Stored) =>
      operateOnEntity(() => {
        created += 1;
        const row = { display_id: `R-${created}`, created_time: new Date(now()).toISOString() };
        rows = [...rows, { ...row, data: copy(data) }];
        return { record: row };
      }),
    getAll: () => operateOnEntity(() => ({ records: copy(rows), links: { next: null } })),
    delete: (id: string) =>
      operateOnEntity(() => {
        if (!rows.some((row) => row.display_id === id)) refuse(404, 'Record not found');
        rows = rows.filter((row) => row.display_id !== id);
        return { deleted: true };
      }),
  };

  const $db = {
    get: (key: string) => operate(() => copy(found(key).value)),
    set: (key: string, value: Stored, { ttl, setIf }: SetOptions = {}) =>
      operate(() => {
        if (setIf === 'not_exist' && alive(key) !== undefined) refuse(400, 'The setIf condition failed');
        entries.set(key, {
          value: copy(value),
          expiresAt: ttl === undefined ? Infinity : now() + ttl * 1000,
        });
        return { Created: true };
      }),
    update: (key: string, action: 'set' | 'remove', attributes: Stored | readonly string[]) =>
      operate(() => {
        const { value, expiresAt } = found(key);
        const kept = Object.entries(value).filter(
          ([name]) => action === 'set' || !(attributes as readonly string[]).includes(name),
        );
        const changed = action === 'set' ? { ...value, ...(attributes as Stored) } : Object.fromEntries(kept);
        entries.set(key, { value: copy(changed), expiresAt });
        return { Updated: true };
      }),
    entity: () => ({ get: () => entity }),
  };

  const stores: Stores = {
    $db,
    refuseWith: null,
    hasEntities: true,
    get values() {
      return Object.fromEntries([...entries.keys()].filter(alive).map((key) => [key, found(key).value]));
    },
    get rows() {
      return rows;
    },
  };
  return stores;
}
