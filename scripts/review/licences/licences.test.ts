import fs from 'node:fs';
import path from 'node:path';
import { licencesDocument } from './list-licences';
import { shippedPackages } from './shipped-packages';

const ROOT = path.resolve(__dirname, '../../..');

/** Licences that let an app be given away and sold, with no more than their text named. */
const FREE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

it('lets nothing run in the app whose licence is not free', () => {
  const shipped = shippedPackages(ROOT);

  expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['axios', 'date-fns']));
  expect(shipped.filter(({ licence }) => !FREE.includes(licence))).toEqual([]);
});

it('has the list in docs/licences.md as it is now: npm run licences writes it', () => {
  const written = fs.readFileSync(path.join(ROOT, 'docs/licences.md'), 'utf8');

  expect(written).toBe(licencesDocument(shippedPackages(ROOT)));
});
