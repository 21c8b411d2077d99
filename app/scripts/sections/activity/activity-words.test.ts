import { catalogueOf } from '../../../../test/fakes/catalogues';
import { createSpeaker } from '../../language/speak';
import { entryWords, toneOf } from './activity-words';

const SPEAKER = createSpeaker(catalogueOf('en'));

it.each([
  [{ kind: 'failure_began', code: 'injixo_down' }, 'Problem: injixo responds with an error.'],
  [{ kind: 'key_refused', code: 'injixo_key' }, 'injixo API key: refused'],
  [{ kind: 'batch_held', batch: 1007, count: 1 }, 'Batch 1007 held: 1 contact without confirmation'],
  [{ kind: 'batch_sent', batch: 7, count: 2 }, 'Batch 7 sent again: 2 contacts'],
  [{ kind: 'import', code: 'ended', count: 4123 }, 'Import completed (4,123 contacts)'],
  [{ kind: 'import', code: 'planned' }, 'Import planned'],
  [{ kind: 'names', code: 'typed', count: 2 }, '2 names entered on this page'],
  [{ kind: 'settings_changed', code: 'injixo_api_key' }, 'Setting changed: injixo API key'],
  [{ kind: 'of_a_later_version' }, 'Something this page cannot describe (code of_a_later_version)'],
])('says %j as: %s', (entry, words) => {
  expect(entryWords({ at: 0, ...entry }, SPEAKER)).toBe(words);
});

it.each([
  ['failure_began', 'failed'],
  ['key_accepted', 'ok'],
  ['settings_changed', 'unknown'],
])('marks %s as %s', (kind, tone) => {
  expect(toneOf({ kind })).toBe(tone);
});
