import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Snippet } from './run-lint';
import rows from './server-rooms.json';

/** A file, code that is forbidden in it, and the reason in the message. */
type Breach = readonly [file: string, code: string, reason: string];

const TIME = 'here time is an argument';
const IDS = 'Handlers make ids';
const GLOBALS = 'Only server/platform names the globals of the platform';
const BARE = 'The platform runs server code in a bare context';

const ROOMS = rows.flatMap(({ rooms }) => rooms);
const allBut = (room: string): readonly string[] => ROOMS.filter((name) => name !== room);

const BREACHES: readonly Breach[] = [
  ...allBut('handlers').map((room): Breach => [`server/${room}/a.ts`, 'Date.now();', TIME]),
  ...allBut('platform').map((room): Breach => [`server/${room}/a.ts`, '$db.get("a");', GLOBALS]),
  ...ROOMS.map((room): Breach => [`server/${room}/a.ts`, 'setTimeout(a, 1);', BARE]),
  ['server/status/a.ts', 'new Date();', TIME],
  ['server/scan/a.ts', 'Math.random();', IDS],
  ['server/freshdesk/a.ts', '$request.invokeTemplate("a", {});', GLOBALS],
  ['server/handlers/a.ts', 'renderData();', GLOBALS],
  ['server/setup/a.ts', '$schedule.fetch({});', GLOBALS],
  ['server/alert/a.ts', 'console.info("a");', GLOBALS],
  ['server/injixo/a.ts', 'new URL("a");', BARE],
  ['server/contacts/a.test.ts', "import fc from 'fast-check'; fc();", 'Import fc from test/property'],
  ['server/scan/a.ts', "export { a } from './b';", 'No re-exports'],
  ['server/scan/a.ts', 'export default 1;', 'No default exports'],
  ['server/scan/a.ts', "import a from './b'; a();", 'Named imports only'],
  ['server/scan/a.ts', 'enum A { B }', 'The compiler emits `var`'],
  ['server/scan/a.ts', 'let a = 1;', 'The platform keeps no memory'],
  ['server/injixo/a.ts', 'a instanceof Error;', 'come from another realm'],
];

const ALLOWED: readonly Snippet[] = [
  { file: 'server/handlers/a.ts', code: 'Date.now(); Math.random();' },
  {
    file: 'server/platform/a.ts',
    code: '$db.get("a"); $schedule.fetch({}); renderData(); console.info("a");',
  },
  { file: 'server/contacts/a.ts', code: 'new Date(1);' },
];

/** The messages of lint for each snippet, in order. */
function lint(snippets: readonly Snippet[]): readonly (readonly string[])[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'run-lint.ts')],
    { cwd: path.resolve(__dirname, '../../..'), encoding: 'utf8', input: JSON.stringify(snippets) },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly (readonly string[])[];
}

describe('what may not stand in a file of the server', () => {
  const messages = new Map<string, readonly string[]>();
  const keyOf = ({ file, code }: Snippet): string => `${file}: ${code}`;

  beforeAll(() => {
    const snippets = [...BREACHES.map(([file, code]) => ({ file, code })), ...ALLOWED];
    const found = lint(snippets);
    snippets.forEach((snippet, index) => messages.set(keyOf(snippet), found[index] ?? []));
  });

  it.each(BREACHES)('lint refuses in %s: %s', (file, code, reason) => {
    expect(messages.get(keyOf({ file, code }))?.join('\n')).toContain(reason);
  });

  it.each(ALLOWED)('lint allows in $file: $code', (snippet) => {
    expect(messages.get(keyOf(snippet))).toEqual([]);
  });
});
