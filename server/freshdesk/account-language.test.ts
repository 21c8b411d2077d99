import { askLanguage } from './account-language';
import type { FreshdeskAnswer } from './client';

function ask(answer: FreshdeskAnswer<unknown>) {
  return askLanguage((path) => {
    expect(path).toBe('/api/v2/settings/helpdesk');
    return Promise.resolve(answer);
  });
}

it.each([
  ['de', 'de'],
  ['pt-BR', 'pt-BR'],
  ['<b>de</b>', null],
  [undefined, null],
])('takes %p for %p', async (primary, tag) => {
  const value = { primary_language: primary, supported_languages: ['fr'] };

  expect(await ask({ ok: true, value, serverTime: null })).toBe(tag);
});

it('knows none where the key may not read it, and has no answer while Freshdesk cannot be asked', async () => {
  expect(await ask({ ok: false, problem: { kind: 'forbidden' } })).toBeNull();
  expect(await ask({ ok: false, problem: { kind: 'not asked' } })).toBeUndefined();
});
