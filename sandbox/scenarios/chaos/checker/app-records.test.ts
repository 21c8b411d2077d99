import type { ChaosWorld } from '../world';
import { readAppRecords } from './app-records';

/** A world whose app has these key-value records, and an empty outbox. */
function worldWith(keyValues: Readonly<Record<string, unknown>>): ChaosWorld {
  const stores = () => ({ keyValues, entities: [] });
  return { sandbox: { platform: { stores } } } as unknown as ChaosWorld;
}

it('unpacks the ids of contacts that wait under the keys that the state names', () => {
  const state = {
    outbox: {
      waiting: {
        keys: [
          { number: 1, contacts: 2 },
          { number: 3, contacts: 1 },
        ],
      },
    },
  };
  const keyValues = {
    state,
    'waiting:1': { v: 1, contacts: '1.z.8.t0.0......,0.10.10.t0.0......' },
    'waiting:2': { v: 1, contacts: '0.1.1.t0.0......' },
    'waiting:3': { v: 1, contacts: '2.11.11.t0.0......' },
  };

  expect(readAppRecords(worldWith(keyValues)).waits).toEqual(['reply:35', 'ticket:36', 'unknown:37']);
  expect(readAppRecords(worldWith({ state: {} })).waits).toEqual([]);
});
