import { fc } from '../../test/property';
import { nameQueue, cleanName, type QueueNameParts } from './queue';

const PARTS: QueueNameParts = {
  groupName: 'CustomerService',
  groupId: 351,
  source: 1,
  sourceLabel: null,
  kind: 'tickets',
};
const FAMILY = '\u{1f46a}';

it.each<[string, Partial<QueueNameParts>]>([
  ['CustomerService email Tickets', {}],
  ['CustomerService chat Replies', { source: 7, kind: 'replies' }],
  ['CustomerService email Tickets', { sourceLabel: 'E-Mail' }],
  ['CustomerService Fax Tickets', { source: 1001, sourceLabel: ' Fax ' }],
  ['CustomerService source 1001 Tickets', { source: 1001 }],
  ['CustomerService source 1001 Tickets', { source: 1001, sourceLabel: '\u200b' }],
  ['No group email Tickets', { groupId: null, groupName: 'ignored' }],
  ['Group 351 email Tickets', { groupName: ' \u00a0' }],
  ['VIP desk email Tickets', { groupName: '\tVIP\r\n\u00a0 desk ' }],
])('%s: %j', (name, parts) => {
  expect(nameQueue({ ...PARTS, ...parts })).toBe(name);
});

it.each([
  [1, 'email'],
  [2, 'portal'],
  [3, 'phone'],
  [4, 'forum'],
  [5, 'twitter'],
  [6, 'facebook'],
  [7, 'chat'],
  [8, 'mobihelp'],
  [9, 'feedback widget'],
  [10, 'outbound email'],
  [11, 'ecommerce'],
  [12, 'bot'],
  [13, 'whatsapp'],
  [14, 'internal task'],
  [15, 'web chat'],
  [16, 'web form'],
  [17, 'instagram message'],
  [18, 'instagram comment'],
  [19, 'facebook message'],
  [20, 'facebook comment'],
  [21, 'mobile chat'],
  [22, 'sms'],
])('source %i is always called %s', (source, label) => {
  expect(nameQueue({ ...PARTS, source, sourceLabel: 'Eigenes' })).toBe(`CustomerService ${label} Tickets`);
});

describe('a name that would be longer than 100 characters', () => {
  it('has its group shortened first', () => {
    const name = nameQueue({ ...PARTS, groupName: 'g'.repeat(200) });

    expect(name).toBe(`${'g'.repeat(81)} #351 email Tickets`);
    expect(name).toHaveLength(100);
  });

  it('has its source shortened when a shorter group is not enough', () => {
    const long = { groupName: 'g'.repeat(200), source: 1001, sourceLabel: 's'.repeat(200) };

    expect(nameQueue({ ...PARTS, ...long })).toBe(`${'g'.repeat(20)} #351 ${'s'.repeat(66)} Tickets`);
  });

  it('keeps a short group whole beside a long source', () => {
    const long = { groupName: 'VIP', source: 1001, sourceLabel: 's'.repeat(200), kind: 'replies' } as const;

    expect(nameQueue({ ...PARTS, ...long })).toBe(`VIP ${'s'.repeat(88)} Replies`);
  });

  it('is never cut inside a character nor after a space', () => {
    expect(nameQueue({ ...PARTS, groupName: `g${FAMILY.repeat(90)}` })).toBe(
      `g${FAMILY.repeat(40)} #351 email Tickets`,
    );
    expect(nameQueue({ ...PARTS, groupName: `${'g'.repeat(80)} ${'g'.repeat(9)}` })).toBe(
      `${'g'.repeat(80)} #351 email Tickets`,
    );
  });
});

describe('a name that another queue has', () => {
  const taken =
    (...names: readonly string[]) =>
    (name: string): boolean =>
      names.includes(name);

  it('has the group’s id behind the group', () => {
    const isTaken = taken('CustomerService email Tickets');

    expect(nameQueue(PARTS, isTaken)).toBe('CustomerService #351 email Tickets');
  });

  it('has a number as well when that name is taken too', () => {
    const isTaken = taken('CustomerService email Tickets', 'CustomerService #351 email Tickets');

    expect(nameQueue(PARTS, isTaken)).toBe('CustomerService 2 #351 email Tickets');
  });

  it('is told apart also without a group', () => {
    const none = { ...PARTS, groupId: null };

    expect(nameQueue(none, taken('No group email Tickets'))).toBe('No group #none email Tickets');
  });

  it('is always another one, within 100 characters', () => {
    const long = { ...PARTS, groupId: 67_000_123_456, source: 1001, sourceLabel: 's'.repeat(120) };
    const names: string[] = [];
    for (let n = 0; n < 30; n += 1)
      names.push(nameQueue({ ...long, groupName: 'g'.repeat(120) }, taken(...names)));

    expect(new Set(names).size).toBe(30);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(100);
  });
});

const text = fc.string({ unit: 'binary', maxLength: 150 });
const brokenText = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom('\ud800', '\udfff', '\u202e', '\u2066', '\ufeff', '\u0000', '\u200d', '\n'),
    ),
  )
  .map((pieces) => pieces.join(''));

it('names every queue within 100 visible characters, and always with its kind', () => {
  const parts = fc.record({
    groupName: brokenText,
    groupId: fc.option(fc.integer({ min: 1 })),
    source: fc.integer({ min: 0, max: 2000 }),
    sourceLabel: fc.option(brokenText),
    kind: fc.constantFrom('tickets', 'replies'),
  });
  fc.assert(
    fc.property(parts, (given) => {
      const name = nameQueue(given);

      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).toMatch(given.kind === 'tickets' ? /\S Tickets$/ : /\S Replies$/);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|\s\s|^\s|[^\S ]/u);
    }),
  );
});

describe('cleanName', () => {
  it.each([
    ['trims', '  a  ', 'a'],
    ['makes one space of all white space', 'a \t\r\n\u00a0\u2003\u200b\u3000 b', 'a b'],
    ['drops zero-width characters', 'Sa\u200bl\u200de\u2060s', 'Sales'],
    ['drops a soft hyphen', 'Sa\u00adles', 'Sales'],
    ['drops control characters', 'a\u0000\u0007b', 'ab'],
    ['drops bidi marks and isolates', '\u202ea\u2066b\u2069\u200f', 'ab'],
    ['drops a byte order mark', '\ufeffa\ufeffb', 'ab'],
    ['drops half characters', 'a\ud800b\udfff', 'ab'],
    ['composes', 'Bu\u0308ro', 'B\u00fcro'],
  ])('%s', (_case, given, cleaned) => {
    expect(cleanName(given)).toBe(cleaned);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(brokenText, (given) => {
        expect(cleanName(cleanName(given))).toBe(cleanName(given));
      }),
    );
  });
});
