import { wordsOf } from './light-words';

it.each([
  ['operational', 'Operational', 'good'],
  ['delayed', 'Delayed', 'busy'],
  ['importing', 'Importing', 'busy'],
  ['waiting for the first contact', 'Waiting for the first contact', 'busy'],
  ['action needed', 'Action needed', 'bad'],
  ['something new', 'Unknown', 'busy'],
])('says %s as %s', (kind, title, tone) => {
  expect(wordsOf({ kind }, null)).toMatchObject({ title, tone });
});

it('says why, what it means for the data, and since when', () => {
  const since = Date.parse('2026-11-22T10:00:00Z');

  expect(
    wordsOf({ kind: 'action needed', code: 'injixo_key', since }, 'injixo does not accept its API key.')
      .sentence,
  ).toBe(
    `injixo does not accept its API key. Nothing is lost; contacts wait until this is solved. Since ${new Date(since).toLocaleString()}.`,
  );
  expect(wordsOf({ kind: 'action needed', code: 'contacts_held', since: null }, null).sentence).toContain(
    'held',
  );
});
