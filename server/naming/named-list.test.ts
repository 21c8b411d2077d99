import type { KnownName } from './known-names';
import { withNames } from './known-names';
import { namedList } from './named-list';

const NOON = Date.parse('2026-11-05T12:00:00Z');

const name = (id: number, at: number, kind: KnownName['kind'] = 'group'): KnownName => ({
  kind,
  id,
  name: `${kind} ${id}`,
  at,
  how: 'typed',
});
const queue = (identifier: string) => ({ identifier, name: identifier, channel: 'cases' }) as const;

it('has the newest names first, 50 at most', () => {
  const known = withNames(
    new Map(),
    [...Array(60).keys()].map((n) => name(n + 1, NOON + (n % 2) * 1000 + n)),
  );

  const list = namedList(known, []);

  expect(list).toHaveLength(50);
  expect(list.map(({ at }) => at)).toEqual(list.map(({ at }) => at).sort((a, b) => b - a));
  expect(list[0]).toEqual({ ...name(60, NOON + 1059), isSent: false });
});

it('says which names contacts were sent under', () => {
  const known = withNames(new Map(), [
    name(351, 3),
    name(35, 2),
    name(1001, 1, 'source'),
    name(1, 0, 'source'),
  ]);
  const queues = [
    queue('freshdesk:351:1001:replies'),
    queue('freshdesk:none:1:tickets'),
    queue('freshdesk:unknown:tickets'),
  ];

  expect(namedList(known, queues).map(({ kind, id, isSent }) => [kind, id, isSent])).toEqual([
    ['group', 351, true],
    ['group', 35, false],
    ['source', 1001, true],
    ['source', 1, true],
  ]);
});
