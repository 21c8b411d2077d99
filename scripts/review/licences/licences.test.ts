import fs from 'node:fs';
import path from 'node:path';
import { licencesDocument, listLicences } from './list-licences';

const ROOT = path.resolve(__dirname, '../../..');
const read = (name: string): string => fs.readFileSync(path.join(ROOT, name), 'utf8');
const dependenciesIn = (name: string): unknown =>
  (JSON.parse(read(name)) as { readonly dependencies: unknown }).dependencies;

/** Licences that permit distributing and selling an app, on condition that their text is included. */
const FREE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

const shipped = listLicences(ROOT);

it('lets nothing run in the app whose licence is not free', () => {
  expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['axios', 'date-fns', 'uplot']));
  expect(shipped.filter(({ licence }) => !FREE.includes(licence))).toEqual([]);
});

it('reads the licences of what manifest.json declares, in the versions it declares', () => {
  expect(dependenciesIn('dist/manifest.json')).toEqual(dependenciesIn('package.json'));
});

it('has the list in docs/licences.md as it is now: npm run licences writes it', () => {
  expect(read('docs/licences.md')).toBe(licencesDocument(shipped));
});
