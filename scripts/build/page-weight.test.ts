import fs from 'node:fs';
import path from 'node:path';
import en from '../../app/scripts/language/en.json';
import { LANGUAGES } from '../../app/scripts/language/catalogue';
import { listPackageFiles } from '../shared/package/app-package';
import { openingScripts } from './preload-modules';

/** The scripts of the page before a tab is pressed, uncompressed, with the texts of one language (issue 20). */
const MOST_BYTES = 75_000;

const DIST = path.resolve('dist');
const files = new Map(listPackageFiles(DIST).map((name) => [name, fs.readFileSync(path.join(DIST, name))]));
const opening = openingScripts(files);
const textOf = (script: string): string => String(files.get(`app/${script}`));

it.each(LANGUAGES)('needs no more than it may before a tab is pressed, in %s', (language) => {
  const loaded = [...opening, `scripts/language/${language}.js`];
  const bytes = loaded.reduce((sum, script) => sum + (files.get(`app/${script}`)?.length ?? NaN), 0);

  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});

it('names in the page every script that the first one imports, so that they come in one level', () => {
  const named = [
    ...textOf('index.html').matchAll(/(?:rel="modulepreload" href|type="module" src)="(scripts[^"]+)"/g),
  ];

  expect(named.map(([, script]) => script).sort()).toEqual([...opening].sort());
});

it('has every text that these scripts name', () => {
  const there = textOf('scripts/language/en.js');
  const named = (key: string): boolean => opening.some((script) => textOf(script).includes(`'${key}'`));

  expect(Object.keys(en).filter((key) => named(key) && !there.includes(`"${key}":`))).toEqual([]);
});
