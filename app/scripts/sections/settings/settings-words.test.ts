import { catalogueOf } from '../../../../test/fakes/catalogues';
import { GOOD_DAY } from '../../../../test/fakes/page-samples';
import { createFormat } from '../../language/format';
import { createSpeaker } from '../../language/speak';
import { fileName } from './settings-section';
import { checkWords, useWords } from './settings-words';

const SPEAKER = createSpeaker(catalogueOf('en'));

it('says line by line what is right and what to do about what is not', () => {
  const lines = checkWords(
    [
      { check: 'injixo_key', result: 'ok', code: null },
      { check: 'freshdesk_role', result: 'failed', code: 'freshdesk_role' },
      { check: 'freshdesk_scope', result: 'unknown', code: 'freshdesk_unreachable' },
    ],
    SPEAKER,
  );

  expect(lines.map(({ label, resultWord }) => `${label}: ${resultWord}`)).toEqual([
    'injixo API key: OK',
    'Account Administrator: Failed',
    'Sees all tickets: Not checked',
  ]);
  expect(lines[0]?.sentence).toBe('');
  expect(lines[1]?.sentence).toContain('Use the key of one');
});

it('says how much of each limit was used', () => {
  const format = createFormat('en', 'UTC');
  const lines = GOOD_DAY.use === undefined ? [] : useWords(GOOD_DAY.use, SPEAKER, format);

  expect(lines.map(({ words, share }) => [words, share])).toEqual([
    ['9 of 50', 0.18],
    ['4 of 250', 0.016],
    ['12, limit not known yet', null],
  ]);
});

it('names the support file by its minute', () => {
  expect(fileName(Date.parse('2026-11-05T12:34:56Z'))).toBe('injixo-connect-support-2026-11-05T12-34.json');
});
