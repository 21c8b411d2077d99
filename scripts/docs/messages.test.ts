import fs from 'node:fs';
import path from 'node:path';
import en from '../../app/scripts/language/en.json';
import { noteMark, noteText, ticketTexts } from '../../server/alert/alert-texts';
import { FAILURES, needsPerson } from '../../server/status/failures';
import { HISTORY_PROBLEMS, OUT_OF_REACH } from '../../server/history/history-view';
import { ERROR_CODES } from '../../server/values/app-error';
import { INSTALL_SENTENCES } from '../../server/setup/install-sentences';
import { parseSettings } from '../../server/setup/settings';
import { SOLVED } from '../../server/alert/alert-state';

const read = (name: string): string => fs.readFileSync(path.resolve(__dirname, '../..', name), 'utf8');

describe('docs/troubleshooting.md', () => {
  const text = read('docs/troubleshooting.md');
  const lightCodes = [
    ...['contacts_held', 'no_runs', 'no_answer', 'backlog'],
    ...['names_missing', 'names_wait', 'no_place_to_record', 'store_silent'],
  ];
  const functionCodes = [
    'name_invalid',
    'bad_request',
    'not_held',
    'too_many_held',
    'no_history',
    'plan_changed',
    'unexpected',
  ];

  it.each([
    ...Object.keys(FAILURES),
    ...Object.keys(HISTORY_PROBLEMS),
    ...Object.keys(OUT_OF_REACH),
    ...Object.keys(INSTALL_SENTENCES),
    ...Object.values(ERROR_CODES),
    ...lightCodes,
    ...functionCodes,
  ])('says what %s means', (code) => {
    expect(text).toMatch(new RegExp(`^\\| [^|]+\\. \\| \`${code}\` \\| [^|]+`, 'm'));
  });

  it('has every sentence that refuses an installation', () => {
    const wrong = {
      injixo_integration_id: 'x',
      freshdesk_api_key: 'x x',
      channel_mapping: 'x',
      history_from: 'x',
      alert_email: 'x',
    };
    const settings = parseSettings({ ...wrong, injixo_api_url: 'x' });
    const sentences = [...Object.values(INSTALL_SENTENCES), ...settings.mistakes.map(({ reason }) => reason)];

    expect(sentences.length).toBeGreaterThan(Object.keys(INSTALL_SENTENCES).length + 6);
    expect(sentences.filter((sentence) => !text.includes(`| ${sentence} |`))).toEqual([]);
  });

  it('has every sentence of the page about something that went wrong, beside its code', () => {
    const missing = Object.entries<unknown>(en)
      .filter(([key]) => /^(?:failure|problem|reach|finding|error)\.(?!other$)/.test(key))
      .map(
        ([key, sentence]) =>
          `| ${String(sentence).split('. ')[0]?.replace(/\.$/, '')}. | \`${key.split('.')[1]}\` |`,
      )
      .filter((row) => !text.includes(row));

    expect(missing).toEqual([]);
  });

  /** A sentence in the document's form: the singular of a text, with dots for parameters. */
  const written = (text: unknown): string => {
    const words = typeof text === 'string' ? text : (text as { other: string }).other;
    return `${words
      .replace(/\{\w+\}/g, '…')
      .split('. ')[0]
      ?.replace(/\.$/, '')}.`;
  };

  it('has every other sentence of the page, but for those that explain a figure, a light or a question', () => {
    const explains =
      /^figure\.(?!complete\.no_)|^light\.(?!unknown\.why|alert)|^page\.zone$|\.(?:intro|ask|alt|hint)$/;
    const sentences = Object.entries<unknown>(en)
      .filter(
        ([key, sentence]) =>
          !explains.test(key) && /[.]$/.test(JSON.stringify(sentence).replace(/"\}?$/, '')),
      )
      .map(([, sentence]) => written(sentence));

    expect(sentences.length).toBeGreaterThan(80);
    expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });

  it('has every reason for which a contact is held', () => {
    const causes = Object.entries(en).filter(([key]) => /^cause\.(?!other$)/.test(key));

    expect(causes.length).toBeGreaterThan(3);
    expect(
      causes.filter(([key, words]) => !text.includes(`| ${String(words)} | \`${key.slice(6)}\` |`)),
    ).toEqual([]);
  });

  it('has the words of the ticket that tells a person, and of its notes', () => {
    const { subject, description } = ticketTexts('contacts_held', 'en');
    const paragraphs = [description, noteText(SOLVED, 1, 'en')]
      .flatMap((html) => html.split(/<\/?p>/))
      .filter(Boolean);
    // The documents call the app by the project's own name, whatever publisher.json says.
    const said = [
      subject,
      ...paragraphs.map((paragraph) => written(paragraph.replace(noteMark(1), '').trim())),
    ].map((sentence) => sentence.replace('%APP_NAME%', 'injixo Connect'));

    expect(said.length).toBeGreaterThan(4);
    expect(said.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });

  it.each(Object.keys(FAILURES).filter(needsPerson))('has the words of a ticket about %s', (code) => {
    const [advice] = ticketTexts(code, 'en')
      .description.split(/<\/?p>/)
      .filter(Boolean);

    expect(text).toContain(`| ${written(advice)} | \`${code}\` |`);
  });

  it('has what the platform says beside a field that has a wrong form', () => {
    const errors = [...read('config/iparams.json').matchAll(/-error": "([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );

    expect(errors.length).toBeGreaterThan(1);
    expect(errors.filter((error) => !text.includes(`| ${error} | `))).toEqual([]);
  });

  it('has every hint of the install page', () => {
    const script = read('config/assets/iparams.ts');
    const table = /const HINTS = \{(.*?)\} as const/s.exec(script)?.[1] ?? '';
    const hints = [...table.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');

    expect(hints.length).toBeGreaterThan(10);
    expect(hints.filter((hint) => !text.includes(`| ${hint} | `))).toEqual([]);
  });
});

describe('docs/counting.md', () => {
  it('has every reason for which something is left out, in the words of the page', () => {
    const reasons = Object.entries(en).filter(([key]) => /^reason\.(?!other$)/.test(key));

    expect(reasons.length).toBeGreaterThan(8);
    expect(reasons.filter(([, words]) => !read('docs/counting.md').includes(`| ${String(words)} |`))).toEqual(
      [],
    );
  });
});
