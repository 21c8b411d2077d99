import { catalogueOf } from '../../../../test/fakes/catalogues';
import { NOON, RUNNING_IMPORT } from '../../../../test/fakes/page-samples';
import { createFormat } from '../../language/format';
import { createSpeaker } from '../../language/speak';
import type { History } from '../../../../server/page-contract';
import { againWords, historyWords, isCarriedOut, shareOf, startText } from './history-view';

const words = (history: History) =>
  historyWords(history, createSpeaker(catalogueOf('en')), createFormat('en', 'UTC'));

it('shows how far it is, how long it takes, and what a person may do', () => {
  expect(words(RUNNING_IMPORT)).toMatchObject({
    state: 'Running',
    share: 0.5,
    shareWords: '50% of the period checked',
    commands: ['pause', 'cancel'],
    problem: '',
  });
  expect(words(RUNNING_IMPORT).figures.map(({ value }) => value)).toEqual([
    '1,200',
    '3,400',
    '22',
    '560',
    'about 1 hr 35 min',
  ]);
  expect(words(RUNNING_IMPORT).plan).toEqual([
    '2,400 tickets were created since the start',
    '2,600 tickets will be checked',
    'Freshdesk’s search does not show 12 ticket numbers of this period: archived, deleted or spam',
    'Expected duration: 3 hr',
  ]);
  expect(words(RUNNING_IMPORT).outOfReach).toHaveLength(2);
});

it.each([
  ['planned', ['pause', 'cancel'], 'not known yet'],
  ['paused', ['resume', 'cancel'], 'not known yet'],
  ['cancelled', ['resume'], '–'],
  ['done', [], '–'],
] as const)('offers what fits when it is %s', (state, commands, left) => {
  const shown = words({ ...RUNNING_IMPORT, state, minutesLeft: null });

  expect(shown.commands).toEqual(commands);
  expect(shown.figures.at(-1)?.value).toBe(left);
});

it('knows its share only when something is known', () => {
  expect(shareOf({ ...RUNNING_IMPORT, state: 'done', doneUntil: null })).toBe(1);
  expect(shareOf({ ...RUNNING_IMPORT, state: 'planned', doneUntil: null })).toBe(0);
  expect(shareOf({ ...RUNNING_IMPORT, doneUntil: null })).toBeNull();
  expect(shareOf({ ...RUNNING_IMPORT, doneUntil: NOON + 1 })).toBe(1);
});

it('says what keeps it waiting', () => {
  expect(words({ ...RUNNING_IMPORT, problem: { code: 'freshdesk_busy' } }).problem).toContain(
    'continues automatically',
  );
});

it('gives a start as the settings take it, in UTC, and never one that counts a minute twice', () => {
  expect(startText(Date.parse('2026-11-05T12:04:00Z'))).toBe('2026-11-05 12:04');
  expect(startText(Date.parse('2026-11-05T23:59:01Z'))).toBe('2026-11-06 00:00');
});

describe('what it says of another installation', () => {
  const speaker = createSpeaker(catalogueOf('en'));

  it('is the start that it would need', () => {
    expect(againWords({ history: null, nextStart: NOON }, speaker)).toContain('enter 2026-11-05 12:00 (UTC)');
    expect(againWords({ history: { ...RUNNING_IMPORT, state: 'done' }, nextStart: NOON }, speaker)).toContain(
      '(UTC)',
    );
  });

  it('is to wait while that cannot be said', () => {
    expect(againWords({ history: null, nextStart: null }, speaker)).toContain(
      'wait until no contacts are waiting',
    );
    expect(againWords({ history: null }, speaker)).toContain('wait until no contacts are waiting');
  });

  it.each(['planned', 'running', 'paused', 'cancelled'] as const)('is nothing while it is %s', (state) => {
    expect(againWords({ history: { ...RUNNING_IMPORT, state }, nextStart: NOON }, speaker)).toBe('');
  });
});

it.each([
  ['pause', 'paused', true],
  ['pause', 'running', false],
  ['pause', 'planned', false],
  ['cancel', 'cancelled', true],
  ['cancel', 'running', false],
  ['resume', 'running', true],
  ['resume', 'done', true],
  ['resume', 'paused', false],
] as const)('an order to %s that finds it %s is carried out: %p', (command, state, isDone) => {
  expect(isCarriedOut(command, { ...RUNNING_IMPORT, state })).toBe(isDone);
});
