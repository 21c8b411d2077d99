import fs from 'node:fs';
import path from 'node:path';
import { lintSnippets, type, value, type Breach } from './lint-snippets';
import type { Snippet } from './run-lint';

const ROOT = path.resolve(__dirname, '../..');
const read = (name: string): string => fs.readFileSync(path.join(ROOT, name), 'utf8');

const HANDLERS_FIRST = 'Handlers call use cases, never the other way round';
const NO_USE_CASE = 'Ports and API clients know no use case';
const NO_CLIENT = 'Ports know no API client';
const PURE = 'contacts/ and status/ are pure';
const TIME = 'here time is an argument';
const IDS = 'Handlers make ids';
const HTTP = 'Only freshdesk/ and injixo/ speak HTTP';
const GLOBALS = 'Only server/platform names the globals of the platform';
const BARE = 'The platform runs server code in a bare context';
const NO_NODE = 'The platform offers no Node modules';
const TOOL = 'The sandbox is a development tool and is not shipped';
const PACKAGE_ONLY = 'The sandbox loads the built package';
const NO_CIRCLES = 'Dependency cycle';
const SEED = 'Import fc from test/property';

const USE_CASES = [
  'outbox',
  'ledger',
  'delivery',
  'scan',
  'history',
  'setup',
  'alert',
  'calendar',
  'volumes',
];

const BREACHES: readonly Breach[] = [
  ...USE_CASES.map((name): Breach => [`server/${name}/a.ts`, value('../handlers/run-now'), HANDLERS_FIRST]),
  ...USE_CASES.map((name): Breach => [`server/freshdesk/a.ts`, value(`../${name}/a`), NO_USE_CASE]),
  ...USE_CASES.map((name): Breach => [`server/platform/a.ts`, value(`../${name}/a`), NO_USE_CASE]),
  ...USE_CASES.map((name): Breach => [`server/contacts/a.ts`, value(`../${name}/a`), PURE]),
  ...USE_CASES.map((name): Breach => [`server/${name}/a.ts`, value('axios'), HTTP]),
  ...USE_CASES.map((name): Breach => [`server/${name}/a.ts`, '$db.get("a");', GLOBALS]),
  ['server/injixo/a.ts', value('../status/light'), NO_USE_CASE],
  ['server/injixo/a.ts', value('../handlers/run-now'), NO_USE_CASE],
  ['server/platform/a.ts', type('../delivery/state'), NO_USE_CASE],
  ['server/platform/a.ts', value('../freshdesk/client'), NO_CLIENT],
  ['server/platform/a.ts', value('../injixo/client'), NO_CLIENT],
  ['server/contacts/a.ts', value('../platform/keys'), PURE],
  ['server/contacts/deep/a.ts', value('../../freshdesk/client'), PURE],
  ['server/status/a.ts', value('../platform/keys'), PURE],
  ['server/status/a.ts', value('../injixo/client'), PURE],
  ['server/status/a.ts', value('../handlers/run-now'), PURE],
  ['server/contacts/a.ts', 'Date.now();', TIME],
  ['server/status/a.ts', 'new Date();', TIME],
  ['server/delivery/a.ts', 'Date.now();', TIME],
  ['server/platform/a.ts', 'Date.now();', TIME],
  ['server/contacts/a.ts', 'Math.random();', IDS],
  ['server/scan/a.ts', 'Math.random();', IDS],
  ['server/contacts/a.ts', value('axios'), HTTP],
  ['server/handlers/a.ts', value('axios'), HTTP],
  ['server/platform/a.ts', value('axios/dist/axios'), HTTP],
  ['server/contacts/a.ts', '$db.get("a");', GLOBALS],
  ['server/freshdesk/a.ts', '$request.invokeTemplate("a", {});', GLOBALS],
  ['server/handlers/a.ts', 'renderData();', GLOBALS],
  ['server/setup/a.ts', '$schedule.fetch({});', GLOBALS],
  ['server/alert/a.ts', 'console.info("a");', GLOBALS],
  ['server/platform/a.ts', 'setTimeout(a, 1);', BARE],
  ['server/injixo/a.ts', 'new URL("a");', BARE],
  ['server/platform/a.ts', value('node:crypto'), NO_NODE],
  ['server/handlers/a.ts', value('fs'), NO_NODE],
  ['server/handlers/a.ts', type('../../sandbox/clock'), TOOL],
  ['sandbox/a.ts', value('../server/contacts/queue'), PACKAGE_ONLY],
  ['sandbox/console/deep/a.ts', type('../../../server/contacts/queue'), PACKAGE_ONLY],
  // A file that is there and that name-queue imports.
  ['server/contacts/sources.ts', value('./name-queue'), NO_CIRCLES],
  ['server/contacts/a.test.ts', value('fast-check'), SEED],
  ['server/scan/a.ts', "export { a } from './b';", 'No re-exports'],
  ['server/scan/a.ts', 'export default 1;', 'No default exports'],
  ['server/scan/a.ts', "import a from './b'; a();", 'Named imports only'],
  ['server/scan/a.ts', 'enum A { B }', 'The compiler emits `var`'],
  ['server/injixo/a.ts', 'a instanceof Error;', 'come from another realm'],
];

const ALLOWED: readonly Snippet[] = [
  { file: 'server/handlers/a.ts', code: `${value('../delivery/run')} Date.now(); Math.random();` },
  { file: 'server/delivery/a.ts', code: value('../freshdesk/client') },
  { file: 'server/freshdesk/a.ts', code: value('axios') },
  { file: 'server/freshdesk/a.ts', code: value('../platform/limits') },
  { file: 'server/injixo/a.ts', code: value('axios') },
  {
    file: 'server/platform/a.ts',
    code: '$db.get("a"); $schedule.fetch({}); renderData(); console.info("a");',
  },
  { file: 'server/status/a.ts', code: type('../delivery/state') },
  { file: 'server/status/a.ts', code: value('../platform/limits') },
  { file: 'server/contacts/a.ts', code: value('date-fns') },
  { file: 'sandbox/a.ts', code: value('./clock') },
];

describe('the fences between the folders', () => {
  const told = new Map<string, readonly string[]>();
  const keyOf = ({ file, code }: Snippet): string => `${file}: ${code}`;

  beforeAll(() => {
    const snippets = [...BREACHES.map(([file, code]) => ({ file, code })), ...ALLOWED];
    const messages = lintSnippets(snippets);
    snippets.forEach((snippet, index) => told.set(keyOf(snippet), messages[index] ?? []));
  });

  it.each(BREACHES)('refuse in %s: %s', (file, code, reason) => {
    expect(told.get(keyOf({ file, code }))?.join('\n')).toContain(reason);
  });

  it.each(ALLOWED)('allow in $file: $code', (snippet) => {
    expect(told.get(keyOf(snippet))).toEqual([]);
  });
});

const folders = fs
  .readdirSync(path.join(ROOT, 'server'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it.each(folders)('a fence around server/%s is tried here, and docs/architecture.md has it', (name) => {
  const architecture = read('docs/architecture.md');
  const table = architecture.slice(
    architecture.indexOf('## Where things are'),
    architecture.indexOf('## Stores'),
  );

  expect(BREACHES.some(([file]) => file.startsWith(`server/${name}/`))).toBe(true);
  expect(table).toMatch(new RegExp(`\`(?:server/)?${name}/\``));
});
