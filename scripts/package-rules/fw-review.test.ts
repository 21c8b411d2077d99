import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PackageFiles } from './app-package';
import { broken, put, set, swap, type Breakage } from './breakages';
import { listReviewScripts, runReviewScripts } from './fw-review';
import { validPackage } from './valid-package';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'review-test-'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

function write(files: PackageFiles): void {
  for (const [name, content] of files) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
}

/** All but the one that needs the FDK, which accepts no package as small as this. */
const SCRIPTS = listReviewScripts().filter((script) => script !== 'fdk-errors-warnings.js');

const failures = (scripts: readonly string[]): string[] =>
  runReviewScripts(folder, scripts)
    .filter(({ passed }) => !passed)
    .map(({ script, sentences }) => `${script} ${sentences.join(' ')}`);

it('lets a valid package pass', () => {
  write(validPackage());

  expect(SCRIPTS).toHaveLength(7);
  expect(failures(SCRIPTS)).toEqual([]);
});

it.each<[string, Breakage, string]>([
  ['external-import-sources.js', set('package.json', 'dependencies', { other: '1' }), 'is not declared'],
  ['freshworks-css-only.js', swap('app/index.html', 'page.css', 'freshdesk.css'), 'freshdesk.css'],
  ['https-imports.js', swap('app/index.html', 'https://', 'http://'), 'app/index.html:4'],
  ['image-resolution.js', put('app/styles/icon.svg', '<svg width="32" height="32"></svg>'), 'icon.svg'],
  ['oauth-config-usage.js', put('app/a.js', 'const client_id = "abcdefghijkl";'), 'app/a.js:1'],
  ['platform-version-upgrade.js', set('manifest.json', 'platform-version', '2.3'), 'manifest.json'],
  ['unused-library-imports.js', put('server/a.js', 'const plot = require("chart");'), 'server/a.js'],
])('%s refuses what breaks it', (script, breakage, said) => {
  write(broken(validPackage(), breakage));

  const [failure = ''] = failures([script]);

  expect(failure).toContain(`${script} `);
  expect(failure).toContain(said);
});
