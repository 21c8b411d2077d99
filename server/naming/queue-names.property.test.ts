import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { fc } from '../../test/property';
import {
  cleanName,
  nameQueue,
  queueIdentifier,
  UNKNOWN_QUEUES,
  type QueueNameParts,
} from '../contacts/queue';
import { readQueueRegistry } from './queue-registry';

/** A name as people tell names apart. */
function key(name: string): string {
  return name
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}

const word = fc.constantFrom(
  ...[
    'Sales',
    'Sales web',
    'Sa\u200bles',
    ' Sales ',
    'Bu\u0308ro',
    'B\u00fcro',
    'Sales #2',
    'Sales 2',
    'No group',
  ],
  ...['Unknown', 'x'.repeat(120), `${'x'.repeat(119)}y`],
);
const queue = fc.record({
  groupName: word,
  groupId: fc.option(fc.integer({ min: 1, max: 6 })),
  source: fc.constantFrom(1, 7, 15, 1001, 1002),
  sourceLabel: fc.constantFrom('chat', 'web chat', 'email', 'group/source', 'x'.repeat(120), null),
  kind: fc.constantFrom('tickets' as const, 'replies' as const),
});
type Registry = Awaited<ReturnType<typeof readQueueRegistry>>;

function register(queues: Registry, parts: QueueNameParts): readonly [identifier: string, name: string] {
  const identifier = queueIdentifier(parts.groupId, parts.source, parts.kind);
  const name = nameQueue(parts, (each) => queues.isTaken(each, identifier));
  return [identifier, queues.register({ identifier, name, channel: 'cases' }).name];
}

it('never gives two queues names that compare equal, and never changes a name once it was given', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(queue, fc.boolean()), { maxLength: 40 }), async (steps) => {
      const store = createMemoryKeyValueStore();
      let queues = await readQueueRegistry(store);
      const given = new Map<string, string>();
      for (const [parts, isLaterRun] of steps) {
        if (isLaterRun) {
          await queues.save();
          queues = await readQueueRegistry(store);
        }
        const [identifier, name] = register(queues, parts);

        expect(given.get(identifier) ?? name).toBe(name);
        expect(name.length).toBeLessThanOrEqual(100);
        given.set(identifier, name);
      }
      for (const { identifier, name } of Object.values(UNKNOWN_QUEUES)) given.set(identifier, name);

      expect(new Set([...given.values()].map(key)).size).toBe(given.size);
    }),
  );
});

describe('a registry that an earlier version stored', () => {
  const PARTS: QueueNameParts = {
    groupName: 'Sales',
    groupId: 400,
    source: 1,
    sourceLabel: null,
    kind: 'tickets',
  };

  it.each<[string, string, Partial<QueueNameParts>, string]>([
    ['a group made anew', 'Sales email Tickets', {}, 'Sales #400 email Tickets'],
    ['an invisible character', 'Sa\u00adles email Tickets', {}, 'Sales #400 email Tickets'],
    ['NFC twins', 'Bu\u0308ro email Tickets', { groupName: 'B\u00fcro' }, 'B\u00fcro #400 email Tickets'],
    [
      'another split into group and source',
      'Sales web chat Tickets',
      { groupName: 'Sales web', source: 7 },
      'Sales web #400 chat Tickets',
    ],
  ])('keeps its names, and a new queue gets another one: %s', async (_what, stored, parts, name) => {
    const store = createMemoryKeyValueStore();
    await store.set('queues:0', {
      v: 1,
      queues: [
        ['freshdesk:300:1:tickets', stored, 'cases'],
        ['freshdesk:301:1:tickets', stored, 'cases'],
      ],
      full: false,
    });
    const queues = await readQueueRegistry(store);

    expect(register(queues, { ...PARTS, ...parts })[1]).toBe(name);
    expect(register(queues, { ...PARTS, groupId: 301 })[1]).toBe(stored);
    expect(
      queues
        .list()
        .slice(0, 2)
        .map((each) => each.name),
    ).toEqual([stored, stored]);
    expect(cleanName(name)).toBe(name);
  });
});
