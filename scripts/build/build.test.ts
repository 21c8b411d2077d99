import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { findRefusedSyntax } from '../shared/package/find-refused-syntax';
import { PROJECTS } from './build-package';
import { findMissingModules } from './check-requires';
import { collectInputs } from './collect-inputs';
import { compile, readProject } from './compile';
import { cutCatalogues } from './cut-catalogues';
import { fillInNames, namesOf } from './fill-in-names';
import { leaveOutUnreached } from './leave-out-unreached';
import { writeDist } from './write-dist';

let root: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'build-test-'));
});

afterEach(() => {
  fs.rmSync(root, { recursive: true });
});

function write(name: string, text: string): void {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8');

describe('what Freshworks refuses in emitted code', () => {
  it.each([
    ['const a = 1; let b = 2; // var is only a word here', []],
    ['Object.defineProperty(exports, "__esModule", { value: true });', []],
    ['var a = 1;', ['a.js:1 contains `var`']],
    ['\nfor (var i of []) {}', ['a.js:2 contains `var`']],
    ['const x = __importDefault(y);', ['a.js:1 contains the helper `__importDefault`']],
  ])('finds in %j: %j', (code, found) => {
    expect(findRefusedSyntax('a.js', code)).toEqual(found);
  });
});

describe('the modules of the handler table', () => {
  it('names the source of one that is not there', () => {
    const files = new Map([
      ['server/server.js', "require('./lib/handlers/on-a').a(); require('./lib/handlers/on-b').b();"],
      ['server/lib/handlers/on-a.js', ''],
    ]);

    expect(findMissingModules(files)).toEqual(['server/handlers/on-b.ts']);
  });
});

describe('modules that nothing reaches', () => {
  it('are left out, whatever they require', () => {
    const page = { location: { full_page_app: { url: 'index.html', icon: 'icon.svg' } } };
    const files = new Map([
      ['manifest.json', JSON.stringify({ modules: { common: page } })],
      ['server/server.js', "exports = { a: async function () { await require('./lib/a').a(); } };"],
      ['server/lib/a.js', 'const b_1 = require("./deep/b"); exports.a = b_1.b;'],
      ['server/lib/deep/b.js', 'const a_1 = require("../a"); exports.b = a_1.a;'],
      ['server/lib/types.js', 'require("./more-types");'],
      ['server/lib/more-types.js', ''],
      ['app/index.html', '<script type="module" src="scripts/page.js"></script>'],
      ['app/scripts/page.js', "import { b } from './b.js'; b();"],
      ['app/scripts/b.js', "export const b = () => import('./late.js');"],
      ['app/scripts/late.js', 'export {};'],
      ['app/scripts/types.js', 'export {};'],
    ]);

    const left = leaveOutUnreached(files);

    expect([...files.keys()].filter((name) => !left.has(name))).toEqual([
      'server/lib/types.js',
      'server/lib/more-types.js',
      'app/scripts/types.js',
    ]);
  });
});

describe('a catalogue that a script imports', () => {
  it('is two modules in the package, of which the script loads the first in its place', () => {
    const files = cutCatalogues(
      new Map([
        ['app/scripts/language/load.js', "export const load = () => import('./de.json');\n"],
        ['app/scripts/language/de.json', '{ "tab.held": "Für {name}", "held.no": { "one": "Nein" } }\n'],
      ]),
    );

    expect([...files]).toEqual([
      ['app/scripts/language/load.js', "export const load = () => import('./de.js');\n"],
      [
        'app/scripts/language/de.js',
        'export default {\n"tab.held":"Für {name}",\n};\n' +
          "export const loadSections = () => import('./de-sections.js');\n",
      ],
      ['app/scripts/language/de-sections.js', 'export default {\n"held.no":{"one":"Nein"},\n};\n'],
    ]);
  });
});

describe('the names in publisher.json', () => {
  const names = namesOf({
    appName: 'Contact Counter',
    listingName: 'Contact Counter for Freshdesk',
    publisher: 'Peopleware',
    version: '1.2.3',
  });

  it('stand in every text of the package, and in nothing else', () => {
    const files = fillInNames(
      new Map<string, string | Buffer>([
        ['app/index.html', '<h1>%APP_NAME%</h1>'],
        ['README.md', '# %LISTING_NAME% %VERSION%'],
        ['app/scripts/language/de.js', 'wenden Sie sich an %PUBLISHER%'],
        ['app/styles/page.css', 'width: 100%'],
        ['app/styles/images/icon.png', Buffer.from('%APP_NAME%')],
      ]),
      names,
    );

    expect([...files].map(([, content]) => String(content))).toEqual([
      '<h1>Contact Counter</h1>',
      '# Contact Counter for Freshdesk 1.2.3',
      'wenden Sie sich an Peopleware',
      'width: 100%',
      '%APP_NAME%',
    ]);
  });

  it('are written out in no source of the package', () => {
    const repository = path.resolve(__dirname, '../..');
    const sources = ['app', 'config', 'server'].flatMap((folder) =>
      fs
        .readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => path.join(repository, folder, name))
        .filter((name) => /\.(?:ts|json|html|svg|js)$/.test(name)),
    );

    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter((name) => fs.readFileSync(name, 'utf8').includes('injixo Connect'))).toEqual([]);
  });

  it('are all known', () => {
    expect(() => fillInNames(new Map([['app/a.js', '%APP_NAM%']]), names)).toThrow(
      'app/a.js: nothing is known for %APP_NAM%',
    );
  });

  it('need no escaping anywhere', () => {
    const identity = { appName: 'A', listingName: 'B', publisher: "O'Neil <x>", version: '1.2.3' };

    expect(() => namesOf(identity)).toThrow("O'Neil <x>");
  });
});

describe('the inputs', () => {
  it('are named together when they are missing', () => {
    write('manifest.json', '{}');

    expect(() => collectInputs(root)).toThrow(
      /missing: config\/iparams\.json, server\/server\.js, app\/index\.html/,
    );
  });
});

describe('compiling', () => {
  const project = (text: string): string => {
    write(
      'src/tsconfig.json',
      '{ "compilerOptions": { "strict": true, "types": [], "outDir": "../dist/lib" } }',
    );
    write('src/a.ts', text);
    return path.join(root, 'src/tsconfig.json');
  };

  it('emits by path inside the package', () => {
    const files = compile(project('export const a: number = 1;'), path.join(root, 'dist'));

    expect([...files.keys()]).toEqual(['lib/a.js']);
  });

  it.each(PROJECTS)('begins anew when any file has changed that $config reads', ({ config, sources }) => {
    const repository = path.resolve(__dirname, '../..');
    const { fileNames, options } = readProject(path.join(repository, config));
    const program = ts.createProgram(fileNames, options);
    const read = program
      .getSourceFiles()
      .map(({ fileName }) => path.relative(repository, fileName))
      .filter((name) => !name.includes('node_modules/'));

    expect(
      read.filter((name) => !sources.some((place) => name === place || name.startsWith(`${place}/`))),
    ).toEqual([]);
  });

  it('stops on a mistake and says where it is', () => {
    expect(() => compile(project('export const a: number = "1";'), root)).toThrow(
      /a\.ts\(1,14\): error TS2322/,
    );
  });
});

describe('writing the package', () => {
  it('leaves exactly the new files, and what the FDK keeps there', () => {
    for (const name of ['dist/old/a.js', 'dist/same.js', 'dist/.fdk/store', 'dist/log/fdk.log'])
      write(name, 'old');
    const before = fs.statSync(path.join(root, 'dist/same.js')).ino;

    writeDist(
      path.join(root, 'dist'),
      new Map([
        ['same.js', 'old'],
        ['new/b.js', 'new'],
      ]),
    );

    expect(fs.readdirSync(path.join(root, 'dist')).sort()).toEqual(['.fdk', 'log', 'new', 'same.js']);
    expect(read('dist/new/b.js')).toBe('new');
    expect(fs.statSync(path.join(root, 'dist/same.js')).ino).toBe(before);
  });
});
