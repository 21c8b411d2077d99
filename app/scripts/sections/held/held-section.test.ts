import { catalogueOf } from '../../../../test/fakes/catalogues';
import { createSpeaker } from '../../language/speak';
import type { HeldBatch } from '../../../../server/page-contract';
import { contactWords } from './batch-contacts';
import { isCarriedOut } from './held-section';

it.each([
  ['ticket:17', 'Ticket 17'],
  ['reply:9', 'Reply 9'],
  ['unknown:17', 'Ticket 17 (deleted or spam)'],
  ['something else', 'something else'],
])('says %s as %s', (contactId, words) => {
  expect(contactWords(contactId, createSpeaker(catalogueOf('en')))).toBe(words);
});

it('knows a command as carried out when the batch left the list it was in', () => {
  const batch: HeldBatch = { number: 3, reason: 'unclear', contacts: 2, at: 0 };
  const answer = { ok: true, value: { held: [batch], discarded: [] } } as const;

  expect(isCarriedOut('send', 3, answer)).toBe(false);
  expect(isCarriedOut('discard', 4, answer)).toBe(true);
  expect(isCarriedOut('restore', 3, answer)).toBe(true);
  expect(isCarriedOut('send', 3, { ok: false, code: 'no_answer' })).toBe(false);
});
