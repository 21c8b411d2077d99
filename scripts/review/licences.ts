/** Writes docs/licences.md: the packages that run in the app, with their licences. */
import fs from 'node:fs';
import path from 'node:path';
import { licencesDocument, listLicences } from './licences/list-licences';

const ROOT = path.resolve(__dirname, '../..');

const document = licencesDocument(listLicences(ROOT));
fs.writeFileSync(path.join(ROOT, 'docs/licences.md'), document);
console.log(document);
