import { FAILURES } from '../status/failures';
import { SOLVED } from './alert-state';
import { ALERT_LANGUAGES, noteMark, noteText, ticketTexts } from './alert-texts';
import { en } from './languages/en';

const PERSONS = Object.entries(FAILURES).flatMap(([code, { actor }]) => (actor === 'person' ? [code] : []));

it.each([...ALERT_LANGUAGES])('says in %s what to do about every issue', (language, words) => {
  expect(Object.keys(words.advice).sort()).toEqual([...PERSONS, 'contacts_held'].sort());
  const same = language === 'en' ? [] : PERSONS.filter((code) => words.advice[code] === en.advice[code]);
  expect(same).toEqual([]);
});

it.each([
  ['de', 'benötigt Ihre Aufmerksamkeit'],
  ['fr-CA', 'requiert votre attention'],
  ['es_LA', 'requiere su atención'],
  ['pt-BR', 'needs your attention'],
  ['', 'needs your attention'],
  [null, 'needs your attention'],
])('is written to an account in %p: %s', (language, words) => {
  expect(ticketTexts('injixo_key', language).subject).toContain(words);
});

it('tells what it does not know by the page', () => {
  expect(ticketTexts('of a later version', 'nl').description).toContain('Open de pagina van de app');
});

it('marks a note in the same way in every language, so that it is found again after the language was changed', () => {
  const notes = [...ALERT_LANGUAGES.keys()].map((language) => noteText(SOLVED, 2, language));

  expect(notes.filter((note) => note.startsWith(`<p>${noteMark(2)} `))).toHaveLength(6);
  expect(new Set(notes).size).toBe(6);
});
