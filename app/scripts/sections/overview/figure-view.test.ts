import { catalogueOf } from '../../../../test/fakes/catalogues';
import { GOOD_DAY, LIVE_DAY, NOON, RUNNING_IMPORT } from '../../../../test/fakes/page-samples';
import { createFormat } from '../../language/format';
import { createSpeaker } from '../../language/speak';
import type { Overview } from '../../../../server/page-contract';
import { completeFigure, figuresOf, isNew } from './figure-view';

const SPEAKER = createSpeaker(catalogueOf('en'));
const FORMAT = createFormat('en', 'UTC');

function valuesOf(overview: Overview): Record<string, string> {
  return Object.fromEntries(figuresOf(overview, SPEAKER, FORMAT).map(({ name, value }) => [name, value]));
}

it('shows every figure with what it counts', () => {
  expect(valuesOf(GOOD_DAY)).toEqual({
    last: 'Nov 5, 2026, 11:55 AM',
    today: '321',
    week: '2,100',
    median: '4 min 50 sec',
    worst: '1 hr 5 min',
    waiting: '3',
    unclear: '0',
    parked: '0',
    repaired: '2',
    'left-out': '7',
    queues: '22',
  });
  expect(figuresOf(GOOD_DAY, SPEAKER, FORMAT).every(({ notes }) => notes[0]?.endsWith('.'))).toBe(true);
});

it('shows a dash for what an older run did not write', () => {
  const written = Object.entries(GOOD_DAY).filter(([name]) => name !== 'today' && name !== 'accepted7Days');

  expect(valuesOf(Object.fromEntries(written) as unknown as Overview)).toMatchObject({
    today: '–',
    week: '–',
    median: '–',
  });
});

it('says how many go out next, and warns of held contacts', () => {
  const figures = figuresOf({ ...GOOD_DAY, due: 1, unclear: 5 }, SPEAKER, FORMAT);
  const find = (name: string) => figures.find((figure) => figure.name === name);

  expect(find('waiting')?.notes[1]).toBe('1 of them is due.');
  expect(find('unclear')).toMatchObject({ isWarning: true, link: { section: 'held' } });
  expect(find('parked')?.isWarning).toBe(false);
});

it('begins with what needs a decision or waits', () => {
  const names = figuresOf(GOOD_DAY, SPEAKER, FORMAT).map(({ name }) => name);

  expect(names.slice(0, 4)).toEqual(['unclear', 'parked', 'waiting', 'today']);
});

it('names the zone of complete until', () => {
  expect(completeFigure(GOOD_DAY, SPEAKER, FORMAT).value).toMatch(/[AP]M \(UTC\)$/);
  expect(completeFigure({ ...GOOD_DAY, completeUntil: null }, SPEAKER, FORMAT).value).toBe('–');
});

it('names the held contacts beside what is complete', () => {
  expect(completeFigure(GOOD_DAY, SPEAKER, FORMAT).notes).toEqual([
    'Up to this time every contact is in injixo, was left out on purpose, or is named below.',
    'No contacts are held.',
    'Last daily check of earlier replies: Nov 5, 2026, 4:00 AM.',
  ]);
  const held = completeFigure({ ...GOOD_DAY, unclear: 2, parked: 1, deepEndedAt: null }, SPEAKER, FORMAT);
  expect(held.notes.slice(1)).toEqual([
    'Except 3 held contacts.',
    'The daily check of earlier replies has not been completed yet.',
  ]);
  expect(held.link?.section).toBe('held');
});

it.each([
  [
    { rows: 2, at: GOOD_DAY.lastRunAt, records: 0 },
    [/lists that the app could not read: 2, the last on Nov 5, /],
  ],
  [{ rows: 0, at: null, records: 1 }, [/events that the app cannot read: 1\./]],
  [{ rows: 1200, at: GOOD_DAY.lastRunAt, records: 3 }, [/could not read: 1,200,/, /cannot read: 3\./]],
] as const)('names what cannot be read beside what is complete, and warns of it: %j', (unreadable, words) => {
  const figure = completeFigure({ ...GOOD_DAY, unreadable }, SPEAKER, FORMAT);

  expect(figure.isWarning).toBe(true);
  const shown = figure.notes.filter((note) => /cannot be read|could not read|cannot read/.test(note));
  expect(shown).toEqual(words.map((each) => expect.stringMatching(each) as string));
});

it('names lost records beside what is complete, and warns of them', () => {
  const lost = { records: 2, contacts: 1200, at: GOOD_DAY.lastRunAt };
  const figure = completeFigure({ ...GOOD_DAY, lost }, SPEAKER, FORMAT);

  expect(figure.isWarning).toBe(true);
  expect(figure.notes[2]).toMatch(
    /store lost: 2, last noticed on Nov 5, .*Contacts listed only there: 1,200;/,
  );
  expect(completeFigure({ ...GOOD_DAY, lost: null }, SPEAKER, FORMAT).isWarning).toBe(false);
});

it.each([
  ['running', 1],
  ['planned', 1],
  ['paused', 1],
  ['cancelled', 1],
  ['done', 0],
] as const)('names a history that is %s only while not all of it is imported', (state, times) => {
  const { notes } = completeFigure({ ...GOOD_DAY, history: { ...RUNNING_IMPORT, state } }, SPEAKER, FORMAT);

  expect(
    notes.filter((note) => note === 'Except the history, which is not fully imported yet.'),
  ).toHaveLength(times);
});

it('says so when the account has no record store', () => {
  const { notes } = completeFigure({ ...GOOD_DAY, entityStoreAvailable: false }, SPEAKER, FORMAT);

  expect(notes.at(-1)).toContain('none is missing');
});

it('names what complete until leaves out because it cannot be read, and leads to the list', () => {
  const setAside = [7, 8].map((ticketId) => ({ ticketId, reason: 'refused', since: NOON }));
  const { notes, link, isWarning } = completeFigure({ ...GOOD_DAY, setAside }, SPEAKER, FORMAT);

  expect(notes).toContain('Except 2 tickets that cannot be read at the moment.');
  expect({ section: link?.section, isWarning }).toEqual({ section: 'overview', isWarning: false });
});

describe('live only', () => {
  const find = (name: string) => figuresOf(LIVE_DAY, SPEAKER, FORMAT).find((figure) => figure.name === name);

  it('says once, in place of complete until, that nothing is checked and how it can be', () => {
    const figure = completeFigure(LIVE_DAY, SPEAKER, FORMAT);

    expect(figure).toMatchObject({ value: 'Live only', isWarning: false, link: null });
    expect(figure.notes).toEqual([
      'Live only: counted from Freshworks’ events, not checked against Freshdesk. An event that Freshworks does not deliver, or whose store refuses to record, is not counted.',
      expect.stringMatching(/^A Freshdesk API key can be added at any time: in Freshdesk/),
    ]);
  });

  it('still names what is held or lost', () => {
    const held = completeFigure({ ...LIVE_DAY, unclear: 2 }, SPEAKER, FORMAT);
    const lost = { records: 1, contacts: 2, at: NOON };

    expect(held).toMatchObject({ isWarning: true, link: { section: 'held' } });
    expect(held.notes).toContain('Except 2 held contacts.');
    expect(completeFigure({ ...LIVE_DAY, lost }, SPEAKER, FORMAT).isWarning).toBe(true);
  });

  it('says what contacts wait for, and leads to the names', () => {
    expect(find('waiting')?.notes.slice(1)).toEqual([
      '15 of them are due.',
      '15 of them wait for the name of their group or source.',
      '2 of them are replies on tickets older than the installation. They wait for the ticket’s next change, 24 hours at most.',
    ]);
    expect(find('waiting')?.link?.section).toBe('names');
  });

  it('has no figure of the scan, and no way to the comparison', () => {
    expect(find('repaired')).toBeUndefined();
    expect(find('left-out')?.link).toBeNull();
  });
});

it('says from when on it is checked where the Freshdesk key was added later', () => {
  const notes = (checkedFrom: number) =>
    completeFigure(
      { ...GOOD_DAY, way: 'checked', checkedFrom, checkedUntil: NOON - 3_600_000 },
      SPEAKER,
      FORMAT,
    ).notes.filter((note) => note.startsWith('Checked'));

  expect(notes(NOON - 7_200_000)).toEqual([
    'Checked against Freshdesk from Nov 5, 2026, 10:00 AM until Nov 5, 2026, 11:00 AM. What no event told before that stays uncounted: the Freshdesk API key was added later.',
  ]);
  expect(notes(GOOD_DAY.installedAt)).toEqual([]);
});

describe('a new account', () => {
  const NEW = { ...GOOD_DAY, accepted: 0, waiting: 0 };
  const namesOf = (overview: Overview) => figuresOf(overview, SPEAKER, FORMAT).map(({ name }) => name);

  it('has no empty figures, only what waits or is held', () => {
    expect(namesOf(NEW)).toEqual([]);
    expect(namesOf({ ...NEW, waiting: 2, unclear: 1 })).toEqual(['unclear', 'waiting']);
  });

  it.each([
    ['until injixo has a contact', { accepted: 0 }, true],
    ['no longer', {}, false],
    ['on the first day, while names are missing', { ...LIVE_DAY, installedAt: NOON - 3_600_000 }, true],
    ['no longer on the second day', { ...LIVE_DAY, installedAt: NOON - 2 * 86_400_000 }, false],
  ])('is new %s', (_when, more, expected) => {
    expect(isNew({ ...GOOD_DAY, ...more })).toBe(expected);
  });
});
