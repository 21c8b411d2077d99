import { catalogueOf } from '../../../test/fakes/catalogues';
import { createSpeaker } from './speak';

it('follows the number, as the language writes it', () => {
  const { say } = createSpeaker(catalogueOf('de'));

  expect(say('held.contacts', { count: 1 })).toBe('1 Kontakt');
  expect(say('held.contacts', { count: 12_345 })).toBe('12.345 Kontakte');
});

it('says one of nothing where the language does', () => {
  expect(createSpeaker(catalogueOf('fr')).say('held.contacts', { count: 0 })).toBe('0 contact');
  expect(createSpeaker(catalogueOf('en')).say('held.contacts', { count: 0 })).toBe('0 contacts');
});

it('puts names in as they are', () => {
  const name = '{count} $& <b>Sales</b>';

  expect(createSpeaker(catalogueOf('en')).say('queues.chart', { name })).toBe(`Show the volumes of ${name}`);
});

it('has a sentence for every code, known or not', () => {
  const { sayCode } = createSpeaker(catalogueOf('nl'));

  expect(sayCode('failure', 'injixo_down')).toBe('injixo antwoordt met een fout.');
  expect(sayCode('failure', 'brand_new')).toContain('brand_new');
  expect(sayCode('reason', 'internal task')).toBe('interne taken');
});
