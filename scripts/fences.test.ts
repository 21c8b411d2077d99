import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
const read = (name: string): string => fs.readFileSync(path.join(ROOT, name), 'utf8');

const folders = fs
  .readdirSync(path.join(ROOT, 'server'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it.each(folders)(
  'the lint has a fence around server/%s, and docs/architecture.md says what it may know',
  (name) => {
    const architecture = read('docs/architecture.md');
    const table = architecture.slice(
      architecture.indexOf('## Where things are'),
      architecture.indexOf('## Stores'),
    );

    expect(read('eslint.config.mjs')).toMatch(new RegExp(`'${name}'|server/${name}/`));
    expect(table).toMatch(new RegExp(`\`(?:server/)?${name}/\``));
  },
);
