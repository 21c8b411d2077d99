import fs from 'node:fs';
import path from 'node:path';
import { ASIDE_REASONS } from '../../../server/freshdesk/set-aside';
import { FAILURES } from '../../../server/status/failures';
import { HISTORY_PROBLEMS, OUT_OF_REACH } from '../../../server/history/history-view';
import { ERROR_CODES } from '../../../server/values/app-error';
import { LEFT_OUT_REASONS } from '../../../server/contacts/contact';
import { CHANNELS } from '../../../server/contacts/sources';
import { ACCESS_PROBLEMS } from '../../../server/setup/check-access';
import { SETTINGS_CHECKS } from '../../../server/setup/check-lines';
import { ACTIVITY_KINDS, IMPORT_STEPS } from '../../../server/status/activity';
import { sumSettings } from '../../../server/setup/settings';
import { CATALOGUES, catalogueOf } from '../../../test/fakes/catalogues';
import { chooseLanguage, LANGUAGES, loadCatalogue, type Key, type Language, type Plural } from './catalogue';
import en from './en.json';

const KEYS = Object.keys(en) as Key[];

/** Texts that may be the same as in English: names, words that both languages share, and pure placeholders. */
const SHARED = new Set([
  'cause.other',
  'page.version',
  'tab.count',
  'activity.counted',
  'happened.failure_began',
  'setting.other',
  'channel.cases',
  'channel.chats',
  'channel.documents',
  'channel.emails',
  'channel.social_media',
  'tab.volumes',
  'queues.name',
  'volumes.queue',
  'held.queue',
  'names.queues',
  'names.source',
  'volumes.bar',
  'volumes.day',
  'volumes.unit.day',
  'volumes.unit.quarter',
  'volumes.table.note',
  'volumes.table.count',
  'difference.day',
  'difference.freshdesk',
  'difference.queues.injixo',
  'check.injixo_integration',
  'volumes.unit',
  'settings.ok',
  'difference.sum',
  'held.contact',
  'held.contacts',
  'held.kind.ticket',
  'settings.use.of',
]);

function forms(text: string | Plural): readonly string[] {
  return typeof text === 'string' ? [text] : [text.one, text.other];
}

function parameters(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  const texts = CATALOGUES[language];

  it('has the keys of English and no others', () => {
    expect(Object.keys(texts).sort()).toEqual([...KEYS].sort());
  });

  it('says everything with the parameters of English', () => {
    const shape = (text: string | Plural): string => JSON.stringify(forms(text).map(parameters));
    expect(KEYS.filter((key) => shape(texts[key]) !== shape(en[key]))).toEqual([]);
  });

  it('leaves nothing empty, untrimmed or in two lines', () => {
    const bad = KEYS.filter((key) => forms(texts[key]).some((text) => !/^\S(?:.*\S)?$/.test(text)));
    expect(bad).toEqual([]);
  });

  it('leaves nothing in English', () => {
    const same = KEYS.filter((key) => JSON.stringify(texts[key]) === JSON.stringify(en[key]));
    expect(language === 'en' ? [] : same.filter((key) => !SHARED.has(key))).toEqual([]);
  });
});

const FIELD_CODES = [
  ...['settings_invalid', 'history_from', 'alert_email'],
  ...['live_only', 'start_needs_key', 'alert_needs_key'],
];

const LIGHT_CODES = [
  ...['contacts_held', 'no_runs', 'no_answer', 'backlog'],
  ...['names_missing', 'names_wait', 'no_place_to_record', 'store_silent'],
];

const FUNCTION_CODES = [
  ...Object.values(ERROR_CODES),
  'unexpected',
  'bad_request',
  'not_held',
  'name_invalid',
  'no_history',
  'plan_changed',
  'too_many_held',
  'throttled',
  'no_answer',
];

/** Imports and names are told by their code too. */
const HAPPENED = ACTIVITY_KINDS.flatMap((kind) => {
  const codes: Readonly<Record<string, readonly string[]>> = {
    import: [...IMPORT_STEPS, 'dropped'],
    names: ['read', 'event', 'page', 'typed'],
  };
  return codes[kind]?.map((code) => `${kind}_${code}`) ?? [kind];
});

it.each([
  ['failure', [...Object.keys(FAILURES), ...LIGHT_CODES]],
  ['problem', Object.keys(HISTORY_PROBLEMS)],
  ['reach', Object.keys(OUT_OF_REACH)],
  ['reason', LEFT_OUT_REASONS],
  ['check', SETTINGS_CHECKS],
  ['finding', [...ACCESS_PROBLEMS, ...FIELD_CODES]],
  ['aside', ASIDE_REASONS],
  ['cause', ['unclear', 'refused', 'too_large', 'invalid']],
  ['channel', CHANNELS],
  ['happened', HAPPENED],
  ['setting', Object.keys(sumSettings({}))],
  ['error', FUNCTION_CODES],
])('has a sentence for every code of the family %s, and no other', (family, codes) => {
  const said = KEYS.filter((key) => key.startsWith(`${family}.`)).sort();
  expect(said).toEqual([...codes, 'other'].map((code) => `${family}.${code}`).sort());
});

it('has every text that index.html names', () => {
  const html = fs.readFileSync(path.join(__dirname, '../../index.html'), 'utf8');
  const named = [...html.matchAll(/data-say="([^"]+)"/g)].map(([, key]) => key);

  expect(named.length).toBeGreaterThan(0);
  expect(KEYS).toEqual(expect.arrayContaining(named));
});

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['pt-BR', 'en'],
  ['FR', 'fr'],
  ['nl_BE', 'nl'],
  ['', 'en'],
  [undefined, 'en'],
  [7, 'en'],
])('speaks to %p in %s', (tag, language) => {
  expect(chooseLanguage(tag)).toBe(language);
});

it('has a language for each file', () => {
  const files = fs.readdirSync(__dirname).filter((name) => name.endsWith('.json'));

  expect(files.sort()).toEqual(LANGUAGES.map((language) => `${language}.json`).sort());
});

it.each(LANGUAGES)('loads %s', async (language) => {
  expect(await loadCatalogue(language)).toMatchObject(catalogueOf(language));
});

it('adds the texts of the sections when they are asked for, and tries again after a failure', async () => {
  const answers = [
    Promise.reject(new Error('offline')),
    Promise.resolve({ default: { 'tab.held': 'Held' } }),
  ];
  const loadSections = () => answers.shift() ?? Promise.reject(new Error('asked too often'));
  const load = () => Promise.resolve({ default: { ...en, 'tab.held': '' }, loadSections });
  const { texts, complete } = await loadCatalogue('en', {
    en: load,
    de: load,
    fr: load,
    es: load,
    it: load,
    nl: load,
  });

  await expect(complete()).rejects.toThrow('offline');
  expect(texts['tab.held']).toBe('');
  await complete();
  expect(texts['tab.held']).toBe('Held');
});

describe('a language that cannot be loaded', () => {
  const loaded = (language: Language) => () => Promise.resolve({ default: CATALOGUES[language] });
  const failing = () => Promise.reject(new Error('offline'));
  const all = { en: loaded('en'), de: loaded('de'), fr: failing, es: failing, it: failing, nl: failing };

  it('gives way to English', async () => {
    expect(await loadCatalogue('fr', all)).toMatchObject(catalogueOf('en'));
    expect(await loadCatalogue('de', all)).toMatchObject(catalogueOf('de'));
  });

  it('is told to the caller when English cannot be loaded either', async () => {
    await expect(loadCatalogue('fr', { ...all, en: failing })).rejects.toThrow('offline');
  });
});

/** Word-for-word translations that were replaced; none may come back with a new text. */
const REPLACED: Readonly<Record<string, RegExp>> = {
  en: /thrown away|deep pass|live contacts?|a person decides|for what they say|explain each other|yes of injixo|injixo’s yes/i,
  de: /Vergangenheit|weggeworfen|Ein Mensch entscheidet|Live-Kontakt|Angeordnet|Tiefenabgleich|erklären einander|Ja von injixo|persönlichen Daten/,
  es: /en directo|desechado|Decide una persona|repaso|revisión profunda|se explican entre sí|sí de injixo|Ordenado/,
  fr: /en direct|, jeté|Une personne décide|tout ce qui est dû|oui d’injixo|l’un par l’autre|contrôle approfondi/,
  it: /in diretta|gettato|Decide una persona|a vicenda|sì di injixo|liste di Freshdesk|controllo approfondito|Ordinato/,
  nl: /live contact|weggegooid|Een mens beslist|verklaren elkaar|ja van injixo|grondige controle|In bedrijf|kenmerk|Opgedragen/,
};

it.each(LANGUAGES)('has no text in %s that a native speaker replaced', (language) => {
  const wrong = KEYS.filter((key) =>
    forms(CATALOGUES[language][key]).some((text) => REPLACED[language]?.test(text)),
  );

  expect(REPLACED[language]).toBeDefined();
  expect(wrong).toEqual([]);
});
