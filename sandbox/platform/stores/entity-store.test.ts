import { createClock } from '../../support/clock';
import { createRandom } from '../../support/random';
import { readEntityDefinitions } from './entity-definition';
import { batteryEntities, describeEntityStore, type EntitySurface } from './entity-store.battery';
import { createEntityStore } from './entity-store';
import { createFaults } from '../faults';
import { limitsWith, type Limits } from '../limits';
import { noon, platformWith, removePackages } from '../package-fixture';
import { answerOf } from '../refusal';
import { createUsageMeter } from '../usage-meter';

afterAll(removePackages);

function createStore(changes: Partial<Limits> = {}) {
  const clock = createClock(noon);
  const faults = createFaults();
  const limits = limitsWith(changes);
  const context = { clock, faults, limits, usage: createUsageMeter(clock), random: createRandom(1), seed: 1 };
  const store = createEntityStore(readEntityDefinitions(batteryEntities, limits, []), context);
  return { clock, faults, notes: store.table('notes'), store };
}

async function answered<T>(work: () => T): Promise<T> {
  try {
    return await Promise.resolve(work());
  } catch (error) {
    throw answerOf(error);
  }
}

describeEntityStore('the store itself', () => {
  const { notes } = createStore();
  return Promise.resolve({
    create: (data) => answered(() => notes.create(data)),
    get: (id) => answered(() => notes.get(id)),
    update: (id, data) => answered(() => notes.update(id, data)),
    delete: (id) => answered(() => notes.delete(id)),
    getAll: (options) => answered(() => notes.getAll(options)),
  });
});

describeEntityStore('$db.entity in a package', async () => {
  const { platform } = platformWith(
    {
      notes: `async function (args) {
        const notes = $db.entity({ version: 'v1' }).get('notes');
        try { renderData(null, { value: await notes[args.verb](...args.call) }); }
        catch (error) { renderData(null, { error }); }
      }`,
    },
    {
      files: { 'config/entities.json': batteryEntities },
      options: { limits: { functionsPerMinute: 1000 } },
    },
  );
  await platform.install({});
  const call = async (verb: string, ...params: readonly unknown[]): Promise<unknown> => {
    const { answer } = await platform.callFunction('notes', { verb, call: params });
    const { value, error } = (answer.ok ? answer.response : { error: answer }) as Record<string, unknown>;
    if (error !== undefined) throw error;
    return value;
  };
  return {
    create: (data) => call('create', data) as ReturnType<EntitySurface['create']>,
    get: (id) => call('get', id) as ReturnType<EntitySurface['get']>,
    update: (id, data) => call('update', id, data) as ReturnType<EntitySurface['update']>,
    delete: (id) => call('delete', id),
    getAll: (options = {}) => call('getAll', options) as ReturnType<EntitySurface['getAll']>,
  };
});

describe('limits and faults of the entity store', () => {
  it('takes 250 calls a minute and as many records as it may', () => {
    const { notes } = createStore({ entityPerMinute: 4, entityRecords: 2 });
    notes.create({ title: 'a' });
    notes.create({ title: 'b' });

    expect(() => notes.create({ title: 'c' })).toThrow('An entity can hold 2 records');
    notes.getAll();
    expect(() => notes.getAll()).toThrow('You have exceeded the limit of 4 requests per minute');
  });

  it('lists what is gone and not yet what is new', () => {
    const { notes, clock, faults } = createStore();
    faults.listingShowsDeletedMs = 5000;
    faults.listingMissesNewMs = 2000;
    const { record } = notes.create({ title: 'a' });

    expect(notes.getAll().records).toEqual([]);
    clock.advanceTo(noon + 2000);
    notes.delete(record.display_id);
    expect(notes.getAll().records).toHaveLength(1);
    expect(() => notes.delete(record.display_id)).toThrow('Record not found');
    clock.advanceTo(noon + 7000);

    expect(notes.getAll().records).toEqual([]);
  });

  it('can be missing altogether', () => {
    const { notes, faults, store } = createStore();
    faults.entityStoreOff = true;

    expect(() => notes.create({ title: 'a' })).toThrow('not available');
    expect(store.list()).toEqual({ notes: [] });
  });
});
