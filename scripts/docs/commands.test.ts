import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { readBenchOptions } from '../bench/read-options';
import { readChaosOptions } from '../chaos/read-options';
import { readHistoryOptions } from '../history/read-options';
import { readMeasureOptions } from '../review/measure/read-options';
import { listCommands, type Command } from './check-commands';
import { readDocument, readDocuments } from './read-documents';

const ROOT = path.resolve(__dirname, '../..');
const read = (name: string): string => fs.readFileSync(path.join(ROOT, name), 'utf8');
const exists = (name: string): boolean => fs.existsSync(path.join(ROOT, name));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

const documents = readDocuments(ROOT);
const commands = listCommands(documents);

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

it('gives in the README the line that CI runs', () => {
  const [line = ''] = read('.ci/run').trimEnd().split('\n').slice(-1);

  expect(line).toMatch(/^npm ci && /);
  expect(
    read('README.md')
      .split('\n')
      .map((each) => each.replace(/ +#.*$/, '')),
  ).toContain(line);
});

it('finds what is to be typed into a shell', () => {
  const text = '`npm ci && PORT=1 npm start -- --once`, `npm-run`\n```sh\nnpm run chaos   # ten\nls\n```\n';

  expect(listCommands([readDocument('a.md', text)]).map(({ text: command }) => command)).toEqual([
    'npm run chaos',
    'npm ci',
    'PORT=1 npm start -- --once',
  ]);
  expect(commands.length).toBeGreaterThan(40);
});

describe('the npm scripts', () => {
  it('are there for every command', () => {
    expect(commands.filter(({ script }) => script !== undefined && !(script in scripts))).toEqual([]);
  });

  const parts = Object.values(scripts).flatMap((script) => script.split(' && '));

  it.each([...new Set(parts)])('"%s" starts what is there', (part) => {
    const [program = '', first = '', second = ''] = part.split(' ');

    if (program === 'npm') expect(scripts).toHaveProperty([second]);
    else expect(exists(`node_modules/.bin/${program}`)).toBe(true);
    if (program === 'tsx') expect(exists(first)).toBe(true);
  });
});

/** Commands other than npm scripts, and their requirements. */
const OTHERS: readonly (readonly [command: RegExp, isThere: (command: string) => boolean])[] = [
  [/^npm ci$/, () => exists('package-lock.json')],
  [/^npm i -g https:/, (command) => read('scripts/build/fdk.ts').includes(`  ${command}\n`)],
  [/^fdk (?:pack|validate|run)$/, () => read('README.md').includes('npm i -g https://cdn.freshdev.io/fdk/')],
];

it('knows every command that is no npm script', () => {
  const isKnown = ({ text }: Command): boolean =>
    OTHERS.some(([pattern, isThere]) => pattern.test(text) && isThere(text));

  expect(commands.filter((command) => command.script === undefined && !isKnown(command))).toEqual([]);
});

function readMutationOptions(args: readonly string[]): void {
  const { stdout } = spawnSync('npx', ['stryker', 'run', '--help'], { cwd: ROOT, encoding: 'utf8' });
  const isKnown = (arg: string): boolean => (arg.startsWith('--') ? stdout.includes(`${arg} `) : exists(arg));
  const unknown = args.filter((arg) => !isKnown(arg));
  if (unknown.length > 0) throw new Error(`npm run mutation does not know ${unknown.join(', ')}`);
}

/** Parsers of the arguments of each script that a document gives any; they throw on invalid ones. */
const READERS: Readonly<Record<string, (args: readonly string[]) => unknown>> = {
  bench: readBenchOptions,
  chaos: readChaosOptions,
  coverage: (args) => expect(args).toEqual(['--simulation']),
  history: readHistoryOptions,
  measure: readMeasureOptions,
  mutation: readMutationOptions,
  start: (args) => expect(args).toEqual(['--once']),
  'test:jest': (args) => expect(args).toEqual(['<path>']),
};

/** The sources that define the arguments of a script. */
const sourceOf = (script: string): string =>
  [`scripts/${script}/${script}.ts`, `scripts/${script}/read-options.ts`, `sandbox/${script}.ts`]
    .filter(exists)
    .map(read)
    .join('\n');

describe('the arguments', () => {
  it.each(commands.filter(({ args }) => args.length > 0))('of "$text" in $document are known', (command) => {
    expect(() =>
      READERS[command.script ?? '']?.(command.args.filter((arg) => arg !== '--help')),
    ).not.toThrow();
    expect(READERS).toHaveProperty([command.script ?? '']);
  });

  it('are refused when they are not known', () => {
    expect(() => readBenchOptions(['--scan', 'only'])).toThrow("Unknown option '--scan'");
    expect(() => readBenchOptions(['--parts', 'scans'])).toThrow('--parts takes one of');
    expect(() => readBenchOptions(['--loads', 'many'])).toThrow('--loads takes whole numbers, not many.');
    expect(() => readChaosOptions(['--mode', 'rain'])).toThrow('--mode takes one of');
    expect(() => readChaosOptions(['--seeds', 'all'])).toThrow('--seeds takes whole numbers, not all.');
    expect(() => readHistoryOptions(['--sandbox', '--key', 'a'])).toThrow("Unknown option '--key'");
    expect(() => readMeasureOptions(['--files'])).toThrow("Unknown option '--files'");
    expect(() => readMeasureOptions(['servers'])).toThrow('There is no folder servers.');
    expect(() => readMutationOptions(['--mutates'])).toThrow('does not know --mutates');
  });

  const alone = documents.flatMap(({ name, code }) =>
    code
      .filter((text) => /^--[a-z]/.test(text))
      .map((text) => ({ document: name, flag: text.split(' ')[0] ?? '' })),
  );

  it.each(alone)('$flag, alone in $document, is one of a script that stands there', ({ document, flag }) => {
    const named = commands.filter((command) => command.document === document);
    const sources = named.map(({ script }) => sourceOf(script ?? '')).join('\n');

    expect(sources).toMatch(new RegExp(`^ {4}'?${flag.slice(2)}'?: \\{ type: `, 'm'));
  });
});

describe('the help', () => {
  const tools = Object.entries(scripts).filter(([, script]) =>
    /^tsx (?!scripts\/review\/test\.ts)/.test(script),
  );

  it.each(tools)('of npm run %s names each option before anything is built', (name, script) => {
    const [file = '', ...given] = script.replace('tsx ', '').split(' ');
    const source = [sourceOf(name), read(file)].join('\n');
    const options = [...source.matchAll(/^ {4}'?([a-z-]+)'?: \{ type: /gm)].map((found) => found[1]);
    const { status, stdout } = run([file, ...given, '--help'], { PATH: '' });

    expect(status).toBe(0);
    expect(stdout).toMatch(/^npm (?:run|start)/);
    expect([...options, 'help'].filter((option) => !stdout.includes(`  --${option} `))).toEqual([]);
    expect(stdout).not.toMatch(/dist\/ is ready/);
  });
});

describe('commands that are run here', () => {
  it('npm start plays the day, and every contact arrives once', () => {
    const { status, stdout } = run(['sandbox/start.ts', '--once']);

    expect(stdout).toMatch(/\ncontacts \d+, lost 0, doubled 0\n$/);
    expect(status).toBe(0);
  });

  it('npm start takes its port from PORT', () => {
    expect(run(['sandbox/start.ts'], { PORT: '70000' }).stderr).toBe('PORT takes a number up to 65535.\n');
  });

  it('npm run pack writes the zip and prints its size', () => {
    const { status, stdout } = run(['scripts/build/pack.ts']);

    expect(stdout).toMatch(/^build\/injixo-connect-\d+\.\d+\.\d+\.zip: [\d.]+ KB, sha256 [0-9a-f]{64}\n$/);
    expect(status).toBe(0);
  });
});
