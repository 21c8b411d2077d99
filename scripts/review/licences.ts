/** Writes docs/licences.md: the packages that run in the app, with their licences. */
import fs from 'node:fs';
import path from 'node:path';
import { ensurePackage } from '../build/ensure-package';
import { runCommand } from '../shared/command';
import { licencesDocument, listLicences } from './licences/list-licences';

const ROOT = path.resolve(__dirname, '../..');

const LICENCES = {
  name: 'npm run licences',
  about: 'Builds dist/ and writes docs/licences.md: the packages that run in the app, with their licences.',
  options: {},
} as const;

void runCommand(LICENCES, async () => {
  await ensurePackage();
  const document = licencesDocument(listLicences(ROOT));
  fs.writeFileSync(path.join(ROOT, 'docs/licences.md'), document);
  console.log(document);
});
