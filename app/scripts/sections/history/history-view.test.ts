import { catalogueOf } from '../../../../test/fakes/catalogues';
import { NOON, RUNNING_IMPORT } from '../../../../test/fakes/page-samples';
import { createFormat } from '../../language/format';
import { createSpeaker } from '../../language/speak';
import type { History } from '../../../../server/page-contract';
import { againWords, historyWords, isCarriedOut, shareOf, startText } from './history-view';

const BERLIN = createFormat('en', 'Europe/Berlin');
const FORMAT = createFormat('en', 'UTC');

const words = (history: History) => historyWords(history, createSpeaker(catalogueOf('en')), FORMAT);

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
    'About 4,100 contacts expected',
    'Freshdesk’s search does not show 12 ticket numbers of this period: archived, deleted or spam',
    'Expected duration: 3 hr',
  ]);
  expect(words(RUNNING_IMPORT).outOfReach).toHaveLength(2);
});

it.each([
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
  expect(shareOf({ ...RUNNING_IMPORT, doneUntil: null })).toBeNull();
  expect(shareOf({ ...RUNNING_IMPORT, doneUntil: NOON + 1 })).toBe(1);
});

describe('a plan', () => {
  const PLAN = { ...RUNNING_IMPORT, state: 'planned', doneUntil: null, startedFrom: null } as const;

  it('shows what is expected, and the question before it is started; there is nothing to stop', () => {
    const { planned, commands, figures, share, plan } = words(PLAN);

    expect({ commands, figures, share, plan }).toEqual({ commands: [], figures: [], share: null, plan: [] });
    expect(planned?.span).toEqual({ from: PLAN.from, until: PLAN.until });
    expect(planned?.plan).toContain('About 4,100 contacts expected');
    expect(planned?.question).toMatch(
      /^Does injixo already show contacts of this integration between Oct 26/,
    );
    expect(planned?.answers).toHaveLength(3);
  });

  it('says that figures are missing', () => {
    expect(words({ ...PLAN, plan: null }).planned?.plan).toEqual([
      'Freshdesk has not given the figures yet. They follow with the next run.',
    ]);
  });

  it('cannot be started while its start is wrong', () => {
    expect(words({ ...PLAN, problem: { code: 'start_too_early' } }).planned).toBeNull();
  });

  it('stands for an earlier start beside an import, and waits for that import once it is started', () => {
    const earlier = RUNNING_IMPORT.from - 86_400_000;
    const next = { from: earlier, until: RUNNING_IMPORT.from, plan: null };

    expect(words({ ...RUNNING_IMPORT, next }).planned).toMatchObject({
      span: { from: earlier, until: RUNNING_IMPORT.from },
      title: 'A further period: from Oct 25, 2026, 12:00 PM UTC to Oct 26, 2026, 12:00 PM',
    });
    expect(words({ ...RUNNING_IMPORT, startedFrom: earlier })).toMatchObject({
      planned: null,
      queued: 'After that the import goes on with the time from Oct 25, 2026, 12:00 PM UTC.',
    });
  });

  it('keeps no start from being named for another installation', () => {
    const speaker = createSpeaker(catalogueOf('en'));
    expect(againWords({ history: PLAN, nextStart: NOON }, speaker, FORMAT)).toContain(
      'enter 2026-11-05 12:00 (UTC; Nov 5, 2026, ',
    );
  });
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
    expect(againWords({ history: null, nextStart: NOON }, speaker, FORMAT)).toContain(
      'enter 2026-11-05 12:00 (UTC; Nov 5, 2026, ',
    );
    expect(
      againWords({ history: { ...RUNNING_IMPORT, state: 'done' }, nextStart: NOON }, speaker, FORMAT),
    ).toContain('(UTC; ');
  });

  it('is to wait while that cannot be said', () => {
    expect(againWords({ history: null, nextStart: null }, speaker, FORMAT)).toContain(
      'wait until no contacts are waiting',
    );
    expect(againWords({ history: null }, speaker, FORMAT)).toContain('wait until no contacts are waiting');
  });

  it.each(['running', 'paused', 'cancelled'] as const)('is nothing while it is %s', (state) => {
    expect(againWords({ history: { ...RUNNING_IMPORT, state }, nextStart: NOON }, speaker, FORMAT)).toBe('');
  });
});

it.each([
  ['pause', 'paused', true],
  ['pause', 'running', false],
  ['cancel', 'cancelled', true],
  ['cancel', 'running', false],
  ['resume', 'running', true],
  ['resume', 'done', true],
  ['resume', 'paused', false],
] as const)('an order to %s that finds it %s is carried out: %p', (command, state, isDone) => {
  expect(isCarriedOut({ command }, { ...RUNNING_IMPORT, state })).toBe(isDone);
});

it('shows a start in the account’s zone and in UTC, as it was entered', () => {
  const speaker = createSpeaker(catalogueOf('en'));
  const both = 'Oct 26, 2026, 1:00 PM Europe/Berlin (2026-10-26 12:00 UTC)';
  const planned = { ...RUNNING_IMPORT, state: 'planned', startedFrom: null } as const;

  expect(historyWords(RUNNING_IMPORT, speaker, BERLIN).span).toBe(`From ${both} to Nov 5, 2026, 1:00 PM`);
  expect(historyWords(planned, speaker, BERLIN).planned?.question).toContain(both);
  expect(words(RUNNING_IMPORT).span).toBe('From Oct 26, 2026, 12:00 PM UTC to Nov 5, 2026, 12:00 PM');
  expect(againWords({ history: null, nextStart: NOON }, speaker, BERLIN)).toContain(
    'enter 2026-11-05 12:00 (UTC; Nov 5, 2026, 1:00 PM Europe/Berlin) as the start',
  );
});
