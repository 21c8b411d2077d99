import fs from 'node:fs';
import path from 'node:path';
import { KEYS } from '../../server/platform/keys';
import { findBrokenLinks, findMissingPaths } from './check-documents';
import { readDocument, readDocuments } from './read-documents';

const ROOT = path.resolve(__dirname, '../..');
const documents = readDocuments(ROOT);
const read = (name: string): string => fs.readFileSync(path.join(ROOT, name), 'utf8');

/** Translated word by word, or whimsical; wordings of the table that the English of this repository was read with. */
const REPLACED =
  /\bfor ever\b|thrown[- ]away|good neighbour|has the last word|yes of injixo|injixo[’']s yes|deep pass|explain each other|a person decides|for what they say|nobody can know/i;

describe('every document', () => {
  it('links to files and headings that are there', () => {
    expect(findBrokenLinks(ROOT, documents)).toEqual([]);
  });

  it('does not link to a file or heading that is missing, nor outside other than by https', () => {
    const links = ['#a', '#b', 'gone.md', 'install.md#a', 'install.md#gone', 'http://a.com', 'https://a.com'];
    const document = readDocument('docs/install.md', `# A\n${links.map((link) => `[x](${link})`).join(' ')}`);

    expect(findBrokenLinks(ROOT, [document])).toEqual(
      ['#b', 'gone.md', 'install.md#gone', 'http://a.com'].map((link) => `docs/install.md: ${link}`),
    );
  });

  it('names paths that are there', () => {
    expect(findMissingPaths(ROOT, documents)).toEqual([]);
  });

  it('has none of the words that were replaced', () => {
    expect(REPLACED.test('Nobody can know it: a person decides, for ever.')).toBe(true);
    expect(documents.length).toBeGreaterThan(20);
    expect(documents.filter(({ name }) => REPLACED.test(read(name))).map(({ name }) => name)).toEqual([]);
  });

  it('reads headings, links and code as they are written', () => {
    const document = readDocument(
      'a.md',
      '# The *first* one, twice\n[b](c.md#d) `npm test`\n[e]: f.md\n```sh\nnpm start\n```\n',
    );

    expect(document).toEqual({
      name: 'a.md',
      links: ['c.md#d', 'f.md'],
      anchors: ['the-first-one-twice'],
      code: ['npm start', '', 'npm test'],
    });
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

    // A new field means more stored data: first the document must mention it, then this list.
    expect(contacts.fields.map(({ name }) => name)).toEqual([
      ...['contact_id', 'kind', 'ticket_id', 'occurred_at', 'source', 'group_id'],
      ...['changed_at', 'requester_id', 'flags', 'label', 'v'],
    ]);
  });
});

describe('docs/marketplace.md', () => {
  const { modules } = JSON.parse(read('manifest.json')) as {
    modules: Readonly<Record<string, Readonly<Record<string, object>>>>;
  };
  const named = Object.values(modules).flatMap((module) =>
    ['events', 'functions', 'requests'].flatMap((block) => Object.keys(module[block] ?? {})),
  );

  it('says of every event, function and template why it is there', () => {
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !read('docs/marketplace.md').includes(`\`${name}\``))).toEqual([]);
  });

  it('says of every call to Freshdesk why it is made', () => {
    const sources = fs
      .readdirSync(path.join(ROOT, 'server'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => read(`server/${name}`));
    const calls = sources.flatMap((text) =>
      [...text.matchAll(/['`]\/api\/v2\/([^'`]+)['`]/g)].map(([, call = '']) =>
        call.replace('${folder}', 'tickets').replaceAll(/\$\{\w+\}/g, '…'),
      ),
    );

    const text = read('docs/marketplace.md');

    expect(calls.length).toBeGreaterThan(10);
    expect(
      calls.filter((call) => !['GET', 'POST'].some((verb) => text.includes(`\`${verb} ${call}\``))),
    ).toEqual([]);
  });
});

it('CHANGELOG.md begins with the version of package.json', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };

  expect(/^## \[([^\]]+)\]/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
});
