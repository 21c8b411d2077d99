import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { EN } from '../../app/scripts/catalogue/en';
import { noteMark, noteWords, ticketWords } from '../../server/alert/alert-words';
import { FAILURES } from '../../server/delivery/failure';
import { HISTORY_PROBLEMS, OUT_OF_REACH } from '../../server/history/history-problems';
import { ERROR_CODES } from '../../server/platform/app-error';
import { KEYS } from '../../server/platform/keys';
import { INSTALL_SENTENCES } from '../../server/setup/install-sentences';
import { parseSettings } from '../../server/setup/parse-settings';
import { SOLVED } from '../../server/status/alert';
import { findBrokenLinks, findMissingPaths, listCommands } from './check-documents';
import { readDocument, readDocuments } from './read-documents';

const ROOT = path.resolve(__dirname, '../..');
const documents = readDocuments(ROOT);
const read = (name: string): string => fs.readFileSync(path.join(ROOT, name), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('every document', () => {
  it('links to files and headings that are there', () => {
    expect(findBrokenLinks(ROOT, documents)).toEqual([]);
  });

  it('names paths that are there', () => {
    expect(findMissingPaths(ROOT, documents)).toEqual([]);
  });

  it('names npm scripts that are there', () => {
    const missing = listCommands(documents).filter(({ script }) => !(script in scripts));

    expect(missing).toEqual([]);
  });

  /** The sources behind a script: its file, and the folder of the same name. */
  const sourcesOf = (script: string): string => {
    const file = /tsx ((?:scripts|sandbox)\/[\w-]+)\.ts/.exec(scripts[script] ?? '')?.[1] ?? '';
    const folder = path.join(ROOT, file);
    const names = fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => `${file}/${name}`) : [];
    return [`${file}.ts`, ...names.filter((name) => name.endsWith('.ts'))].map(read).join('\n');
  };

  it('gives scripts only flags that they know', () => {
    const unknown = listCommands(documents)
      .filter(({ script }) => scripts[script]?.includes('tsx ') === true)
      .flatMap(({ document, script, flags }) =>
        flags
          .filter((flag) => !new RegExp(`\\b${flag.slice(2)}\\b`).test(sourcesOf(script)))
          .map((flag) => `${document}: npm run ${script} -- ${flag}`),
      );

    expect(unknown).toEqual([]);
  });

  it('reads headings, links and code as they are written', () => {
    const document = readDocument(
      'a.md',
      '# The *first* one, twice\n[b](c.md#d) `npm test`\n```sh\nnpm start\n```\n',
    );

    expect(document).toEqual({
      name: 'a.md',
      links: ['c.md#d'],
      anchors: ['the-first-one-twice'],
      code: ['npm start', '', 'npm test'],
    });
  });
});

describe('cheap commands', () => {
  it('npm run pack writes the zip and prints its size', () => {
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/pack.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });

    expect(stdout).toMatch(/^build\/injixo-connect-\d+\.\d+\.\d+\.zip: [\d.]+ KB, sha256 [0-9a-f]{64}\n$/);
    expect(status).toBe(0);
  });
});

describe('docs/troubleshooting.md', () => {
  const text = read('docs/troubleshooting.md');
  const lightCodes = ['contacts_held', 'no_runs', 'no_answer', 'backlog'];
  const functionCodes = ['bad_request', 'not_held', 'no_history', 'unexpected'];

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
    const wrong = { injixo_integration_id: 'x', channel_mapping: 'x', history_from: 'x', alert_email: 'x' };
    const settings = parseSettings({ ...wrong, injixo_api_url: 'x' });
    const sentences = [...Object.values(INSTALL_SENTENCES), ...(settings.ok ? [] : settings.reasons)];

    expect(sentences.length).toBeGreaterThan(Object.keys(INSTALL_SENTENCES).length + 6);
    expect(sentences.filter((sentence) => !text.includes(`| ${sentence} |`))).toEqual([]);
  });

  it('has every sentence of the page about something that went wrong, beside its code', () => {
    const missing = Object.entries<unknown>(EN)
      .filter(([key]) => /^(?:failure|problem|reach|finding|error)\.(?!other$)/.test(key))
      .map(
        ([key, sentence]) =>
          `| ${String(sentence).split('. ')[0]?.replace(/\.$/, '')}. | \`${key.split('.')[1]}\` |`,
      )
      .filter((row) => !text.includes(row));

    expect(missing).toEqual([]);
  });

  /** A sentence as the document writes it: the first of a text, its parameters as dots. */
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
    const sentences = Object.entries<unknown>(EN)
      .filter(
        ([key, sentence]) =>
          !explains.test(key) && /[.]$/.test(JSON.stringify(sentence).replace(/"\}?$/, '')),
      )
      .map(([, sentence]) => written(sentence));

    expect(sentences.length).toBeGreaterThan(80);
    expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });

  it('has every reason for which a contact is held', () => {
    const causes = Object.entries(EN).filter(([key]) => /^cause\.(?!other$)/.test(key));

    expect(causes.length).toBeGreaterThan(3);
    expect(
      causes.filter(([key, words]) => !text.includes(`| ${String(words)} | \`${key.slice(6)}\` |`)),
    ).toEqual([]);
  });

  it('has the words of the ticket that tells a person, and of its notes', () => {
    const { subject, description } = ticketWords('contacts_held');
    const paragraphs = [description, noteWords(SOLVED, 1)]
      .flatMap((html) => html.split(/<\/?p>/))
      .filter(Boolean);
    const said = [
      subject,
      ...paragraphs.map((paragraph) => written(paragraph.replace(noteMark(1), '').trim())),
    ];

    expect(said.length).toBeGreaterThan(4);
    expect(said.filter((sentence) => !text.includes(sentence))).toEqual([]);
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
    const reasons = Object.entries(EN).filter(([key]) => /^reason\.(?!other$)/.test(key));

    expect(reasons.length).toBeGreaterThan(8);
    expect(reasons.filter(([, words]) => !read('docs/counting.md').includes(`| ${String(words)} |`))).toEqual(
      [],
    );
  });
});

describe('docs/privacy.md', () => {
  const families = [...read('server/platform/keys.ts').matchAll(/`([a-z-]+):\$/g)].map(
    (match) => `${match[1]}:…`,
  );

  it.each([...Object.values(KEYS), ...new Set(families)])('says what is kept under %s', (key) => {
    expect(families.length).toBeGreaterThan(5);
    expect(read('docs/privacy.md')).toContain(`\`${key}\``);
  });

  it('names every field that a line of the log may have', () => {
    const fields = /interface LogFields \{(.*?)\n\}/s.exec(read('server/platform/ports.ts'))?.[1] ?? '';
    const names = [...fields.matchAll(/readonly (\w+)\?:/g)].map((match) => match[1] ?? '');

    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !read('docs/privacy.md').includes(`\`${name}\``))).toEqual([]);
  });

  it('names every field of the outbox in words of its own', () => {
    const { contacts } = JSON.parse(read('config/entities.json')) as {
      contacts: { fields: { name: string }[] };
    };

    // A field more is something more that is kept: the document has to say it, and then this list.
    expect(contacts.fields.map(({ name }) => name)).toEqual([
      ...['contact_id', 'kind', 'ticket_id', 'occurred_at', 'source', 'group_id', 'v'],
    ]);
  });
});
