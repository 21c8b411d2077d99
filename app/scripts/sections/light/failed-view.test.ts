import { catalogueOf } from '../../../../test/fakes/catalogues';
import { NOON } from '../../../../test/fakes/page-samples';
import { createFormat } from '../../language/format';
import { createSpeaker } from '../../language/speak';
import { failedView, retryWords } from './failed-view';

const SPEAKER = createSpeaker(catalogueOf('en'));
const FORMAT = createFormat('en', 'UTC');

it.each(['store_limit', 'throttled', 'no_answer', 'record_unreadable', 'brand_new'])(
  'does not take a load that failed (%s) for a new account, nor for a good one',
  (code) => {
    const view = failedView(code, null, SPEAKER, FORMAT);

    expect(view).toMatchObject({ tone: 'dark', title: 'The status could not be loaded', times: [] });
    expect(view.why).toBe(SPEAKER.sayCode('error', code));
    expect(JSON.stringify(view)).not.toMatch(/Not known yet|have arrived yet|just installed/);
  },
);

it('says from when the figures are that stand below, and where they were kept', () => {
  const times = (isKept: boolean) => failedView('no_answer', { at: NOON, isKept }, SPEAKER, FORMAT).times;

  expect(times(true)).toEqual(['As of Nov 5, 2026, 12:00 PM, last seen in this browser']);
  expect(times(false)).toEqual([expect.stringContaining('This is the status of Nov 5, 2026, 12:00 PM.')]);
});

it.each([
  [95_000, 'Next try in 1 min 35 sec.'],
  [59_001, 'Next try in 1 min.'],
  [1, 'Next try in 1 sec.'],
  [0, 'Trying again now …'],
])('counts down: %d ms', (ms, words) => {
  expect(retryWords(ms, SPEAKER, FORMAT)).toBe(words);
});
