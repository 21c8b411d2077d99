import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import rows from './server-rooms.json';

const ROOT = path.resolve(__dirname, '../../..');
const CRUISER = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** The layers of server/ in the design, top to bottom. */
const DIRECTION =
  'handlers → run → {live, scan, history, alert} → sending → volumes → naming → setup → {freshdesk, ledger, outbox, injixo} → {status, contacts, platform} → values';
const ROWS = DIRECTION.split(' → ').map((row) => row.split(/[{}, ]+/).filter((room) => room !== ''));
const SERVER_ROOMS = ROWS.flat();
const rowOf = (room: string): number => ROWS.findIndex((row) => row.includes(room));

const PAGE_ROOMS = ['shell', 'sections', 'dom', 'language', 'ticket'];
const SCRIPT_ROOMS = ['build', 'bench', 'chaos', 'history', 'review', 'docs', 'shared'];

/** The rooms of the sandbox, and what each may import besides itself. */
const SANDBOX_ROOMS: Readonly<Record<string, readonly string[]>> = {
  support: [],
  network: ['support'],
  platform: ['network', 'support'],
  freshdesk: ['support'],
  injixo: ['support'],
  oracle: ['support'],
  scenarios: ['network', 'platform', 'freshdesk', 'injixo', 'oracle', 'support'],
  console: ['network', 'platform', 'freshdesk', 'injixo', 'oracle', 'scenarios', 'support'],
};

/** An import of a file or module, and the rule that forbids it; without a rule it is allowed. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly rule?: string;
  readonly isType?: boolean;
}

const pairsOf = (rooms: readonly string[]): (readonly [string, string])[] =>
  rooms.flatMap((room) => rooms.filter((other) => other !== room).map((other) => [room, other] as const));

const serverImports = pairsOf(SERVER_ROOMS).map(([room, other]): Import => {
  const row = rowOf(room);
  const isDown = rowOf(other) > row;
  const files = { from: `server/${room}/to-${other}.ts`, to: `server/${other}/a.ts`, isType: true };
  return isDown ? files : { ...files, rule: `server: ${ROWS[row]?.join(', ')}` };
});

const scriptImports = pairsOf(SCRIPT_ROOMS).map(([room, other]): Import => {
  const files = { from: `scripts/${room}/to-${other}.ts`, to: `scripts/${other}/a.ts` };
  return other === 'shared' ? files : { ...files, rule: 'scripts: rooms stand alone' };
});

const sandboxImports = pairsOf(Object.keys(SANDBOX_ROOMS)).map(([room, other]): Import => {
  const files = { from: `sandbox/${room}/to-${other}.ts`, to: `sandbox/${other}/a.ts`, isType: true };
  return SANDBOX_ROOMS[room]?.includes(other) === true ? files : { ...files, rule: `sandbox: ${room}` };
});

/** Only one import of a circle is reported. This one closes it. */
const CIRCLE: Import = { from: 'server/naming/circle.ts', to: 'server/naming/round.ts', isType: true };
const CLOSING: Import = { from: CIRCLE.to, to: CIRCLE.from, isType: true };

const AXIOS = 'server: only clients use axios';
const SHIPPED = 'server: shipped code only';
const BY_CONTRACT = 'page: of the server only the contract';
const ON_PACKAGE = 'scripts: the package, not its sources';
const PAGE = 'app/scripts';

const IMPORTS: readonly Import[] = [
  ...serverImports,
  { from: 'server/values/to-values.ts', to: 'server/values/a.ts' },
  { from: 'server/handlers/to-unknown.ts', to: 'server/delivery/a.ts', rule: 'server: handlers' },
  { from: 'server/delivery/to-values.ts', to: 'server/values/a.ts', rule: 'server: no other room' },
  { from: 'server/loose.ts', to: 'server/values/a.ts', rule: 'server: no other room' },
  ...SERVER_ROOMS.map((room): Import => {
    const files = { from: `server/${room}/to-axios.ts`, to: 'axios' };
    return ['freshdesk', 'injixo'].includes(room) ? files : { ...files, rule: AXIOS };
  }),
  { from: 'server/platform/to-adapter.ts', to: 'axios/dist/axios', rule: AXIOS },
  { from: 'server/contacts/to-dates.ts', to: 'date-fns' },
  { from: 'server/platform/to-crypto.ts', to: 'node:crypto', rule: 'server: no Node modules' },
  { from: 'server/injixo/to-files.ts', to: 'fs', isType: true, rule: 'server: no Node modules' },
  { from: 'server/handlers/to-sandbox.ts', to: 'sandbox/a.ts', isType: true, rule: SHIPPED },
  { from: 'server/run/to-scripts.ts', to: 'scripts/shared/a.ts', rule: SHIPPED },
  { from: 'server/run/to-test.ts', to: 'test/fakes/a.ts', rule: SHIPPED },
  { from: 'server/values/to-page.ts', to: `${PAGE}/shell/a.ts`, rule: SHIPPED },
  { from: 'server/handlers/to-contract.ts', to: 'server/page-contract.d.ts', isType: true },
  {
    from: 'server/page-contract.d.ts',
    to: 'server/values/a.ts',
    isType: true,
    rule: 'server: the contract of the page stands alone',
  },

  { from: `${PAGE}/sections/to-contract.ts`, to: 'server/page-contract.d.ts', isType: true },
  ...PAGE_ROOMS.flatMap((room): readonly Import[] => [
    { from: `${PAGE}/${room}/to-server.ts`, to: 'server/values/a.ts', isType: true, rule: BY_CONTRACT },
    { from: `${PAGE}/${room}/to-sandbox.ts`, to: 'sandbox/a.ts', rule: 'page: no development tools' },
  ]),
  { from: `${PAGE}/shell/to-section.ts`, to: `${PAGE}/sections/held/a.ts` },
  { from: `${PAGE}/shell/to-dom.ts`, to: `${PAGE}/dom/a.ts` },
  { from: `${PAGE}/sections/to-shell.ts`, to: `${PAGE}/shell/a.ts`, rule: 'page: the shell is on top' },
  { from: `${PAGE}/sections/held/to-shell.ts`, to: `${PAGE}/shell/a.ts`, rule: 'page: the shell is on top' },
  {
    from: `${PAGE}/sections/held/to-history.ts`,
    to: `${PAGE}/sections/history/a.ts`,
    isType: true,
    rule: 'page: sections stand alone',
  },
  { from: `${PAGE}/sections/held/to-held.ts`, to: `${PAGE}/sections/held/a.ts` },
  { from: `${PAGE}/sections/held/to-shared.ts`, to: `${PAGE}/sections/a.ts` },
  { from: `${PAGE}/sections/held/to-dom.ts`, to: `${PAGE}/dom/a.ts` },
  {
    from: `${PAGE}/sections/to-held.ts`,
    to: `${PAGE}/sections/held/a.ts`,
    isType: true,
    rule: 'page: what sections share knows none',
  },
  { from: `${PAGE}/sections/to-language.ts`, to: `${PAGE}/language/a.ts` },
  ...['shell', 'sections', 'language'].map((other): Import => ({
    from: `${PAGE}/dom/to-${other}.ts`,
    to: `${PAGE}/${other}/a.ts`,
    rule: 'page: dom knows no text',
  })),
  ...['shell', 'sections', 'dom'].map((other): Import => ({
    from: `${PAGE}/language/to-${other}.ts`,
    to: `${PAGE}/${other}/a.ts`,
    rule: 'page: language knows no element',
  })),
  ...['shell', 'sections', 'dom', 'language'].map((other): Import => ({
    from: `${PAGE}/ticket/to-${other}.ts`,
    to: `${PAGE}/${other}/a.ts`,
    rule: 'page: the ticket page is small',
  })),
  { from: `${PAGE}/ticket/to-account.ts`, to: `${PAGE}/shell/account.ts` },
  { from: `${PAGE}/ticket/to-ticket.ts`, to: `${PAGE}/ticket/a.ts` },
  {
    from: `${PAGE}/shell/to-ticket.ts`,
    to: `${PAGE}/ticket/a.ts`,
    rule: 'page: the ticket page stands alone',
  },

  ...sandboxImports,
  { from: 'sandbox/oracle/to-model.ts', to: 'sandbox/freshdesk/model/a.ts' },
  { from: 'sandbox/oracle/to-api.ts', to: 'sandbox/freshdesk/api/a.ts', rule: 'sandbox: oracle' },
  { from: 'sandbox/platform/store-fixture.ts', to: 'sandbox/create-sandbox.ts' },
  { from: 'sandbox/scenarios/to-wiring.ts', to: 'sandbox/create-sandbox.ts' },
  { from: 'sandbox/platform/to-wiring.ts', to: 'sandbox/create-sandbox.ts', rule: 'sandbox: platform' },
  { from: 'sandbox/console/to-start.ts', to: 'sandbox/start.ts', rule: 'sandbox: console' },
  { from: 'sandbox/console/to-server.ts', to: 'server/values/a.ts', rule: 'sandbox: nothing from server' },
  { from: 'sandbox/to-bench.ts', to: 'scripts/bench/a.ts', rule: 'sandbox: no scripts' },
  { from: 'sandbox/to-package.ts', to: 'scripts/build/ensure-package.ts' },
  { from: 'sandbox/to-command.ts', to: 'scripts/shared/command.ts' },
  { from: 'sandbox/to-shared.ts', to: 'scripts/shared/read-option.ts', rule: 'sandbox: no scripts' },

  ...scriptImports,
  { from: 'scripts/bench/to-package.ts', to: 'scripts/build/ensure-package.ts' },
  ...SCRIPT_ROOMS.map((room): Import => {
    const files = { from: `scripts/${room}/to-server.ts`, to: 'server/values/a.ts', isType: true };
    return ['bench', 'history'].includes(room) ? files : { ...files, rule: ON_PACKAGE };
  }),
  { from: 'scripts/chaos/to-sandbox.ts', to: 'sandbox/a.ts' },
  { from: 'test/package/tests/to-app.ts', to: 'test/package/tests/app.ts' },
  {
    from: 'test/package/tests/to-server.ts',
    to: 'server/values/a.ts',
    rule: 'test/package: the built package alone',
  },
  { from: 'scripts/review/rules/to-review.ts', to: 'scripts/review/a.ts' },
  { from: 'scripts/docs/other.test.ts', to: 'scripts/bench/a.ts' },

  { ...CIRCLE, rule: 'no circles' },
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

interface Summary {
  readonly violations: readonly Violation[];
  readonly ruleSetUsed: {
    readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
  };
}

/** The module as `from` names it: a package by its name, a file by its relative path. */
function specifier({ from, to }: Import): string {
  if (!to.endsWith('.ts')) return to;
  const way = path.posix.relative(path.posix.dirname(from), to.replace(/(?:\.d)?\.ts$/, ''));
  return way.startsWith('.') ? way : `./${way}`;
}

function codeOf(each: Import): string {
  return each.isType === true
    ? `import type { A } from '${specifier(each)}';\nexport type B = A;\n`
    : `import { a } from '${specifier(each)}';\nexport const b = a;\n`;
}

function write(folder: string, name: string, code: string): void {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, code);
}

/** The violations in a tree with exactly these imports. */
function cruise(folder: string): Summary {
  for (const { to } of IMPORTS.filter((each) => each.to.endsWith('.ts')))
    write(folder, to, 'export const a = 1;\nexport type A = 1;\n');
  for (const each of [...IMPORTS, CLOSING]) write(folder, each.from, codeOf(each));
  const config = path.join(ROOT, '.dependency-cruiser.mjs');
  const folders = ['server', 'app', 'sandbox', 'scripts', 'test'];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [CRUISER, '--config', config, '--output-type', 'json', ...folders],
    { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: Summary }).summary;
}

describe('the fences between the rooms', () => {
  let summary: Summary;

  beforeAll(() => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fences-'));
    summary = cruise(folder);
    fs.rmSync(folder, { recursive: true });
  });

  const rulesAgainst = (file: string): string[] =>
    summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  it.each(IMPORTS.filter(({ rule }) => rule !== undefined))(
    'refuse $to in $from: $rule',
    ({ from, rule }) => {
      expect(rulesAgainst(from)).toEqual([rule]);
    },
  );

  it.each(IMPORTS.filter(({ rule }) => rule === undefined))('allow $to in $from', ({ from }) => {
    expect(rulesAgainst(from)).toEqual([]);
  });

  it('are each tried here, and each gives its reason', () => {
    const tried = new Set(IMPORTS.map(({ rule }) => rule));
    const rules = summary.ruleSetUsed.forbidden;

    expect(rules.filter(({ name }) => !tried.has(name))).toEqual([]);
    expect(rules.filter(({ comment }) => !comment.endsWith('.'))).toEqual([]);
  });
});

it('have the rooms of the design, in its order', () => {
  expect(rows.map(({ rooms }) => rooms)).toEqual(ROWS);
});

it('stand around every folder of the page’s scripts and of scripts/', () => {
  const foldersIn = (place: string): string[] =>
    fs
      .readdirSync(path.join(ROOT, place), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();

  expect(foldersIn('app/scripts')).toEqual([...PAGE_ROOMS].sort());
  expect(foldersIn('scripts')).toEqual([...SCRIPT_ROOMS].sort());
});

it.each(SERVER_ROOMS)('docs/architecture.md has server/%s', (room) => {
  const text = fs.readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');
  const table = text.slice(text.indexOf('## Where things are'), text.indexOf('## Stores'));

  expect(table).toMatch(new RegExp(`\`(?:server/)?${room}/\``));
});
