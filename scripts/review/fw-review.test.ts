import fs from 'node:fs';
import type { PackageFiles } from '../shared/package/app-package';
import { broken, put, set, swap, type Breakage } from './breaking-packages/breakages';
import { listReviewScripts, runReviewScripts } from './fw-review';
import { validPackage } from './breaking-packages/valid-package';
import { writePackage } from './breaking-packages/write-package';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true });
});

function write(files: PackageFiles): string {
  const folder = writePackage(files);
  folders.push(folder);
  return folder;
}

/** All except the one that needs the FDK, which rejects a package as small as this. */
const SCRIPTS = listReviewScripts().filter((script) => script !== 'fdk-errors-warnings.js');

const failures = (files: PackageFiles, scripts: readonly string[]): string[] =>
  runReviewScripts(write(files), scripts)
    .filter(({ passed }) => !passed)
    .map(({ script, sentences }) => `${script} ${sentences.join(' ')}`);

it('lets a valid package pass', () => {
  expect(SCRIPTS).toHaveLength(7);
  expect(failures(validPackage(), SCRIPTS)).toEqual([]);
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
  const [failure = ''] = failures(broken(validPackage(), breakage), [script]);

  expect(failure).toContain(`${script} `);
  expect(failure).toContain(said);
});
