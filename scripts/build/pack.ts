/**
 * Writes build/injixo-connect-<version>.zip with the content of `fdk pack`, for inspection and tests. The upload to
 * Freshworks is made with the FDK itself, which adds its report and digest.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from '../shared/command';
import { readPackageFiles } from '../shared/package/app-package';
import { ensurePackage } from './ensure-package';
import { zipPackage } from './zip-package';

const ROOT = path.resolve(__dirname, '../..');

const PACK = {
  name: 'npm run pack',
  about: 'Builds dist/ and writes it as build/injixo-connect-<version>.zip, for inspection and tests.',
  options: {},
} as const;

void runCommand(PACK, async () => {
  await ensurePackage();
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const name = `build/injixo-connect-${version}.zip`;
  const zip = zipPackage(readPackageFiles(path.join(ROOT, 'dist')));
  fs.mkdirSync(path.join(ROOT, 'build'), { recursive: true });
  fs.writeFileSync(path.join(ROOT, name), zip);

  const digest = createHash('sha256').update(zip).digest('hex');
  console.log(`${name}: ${(zip.length / 1024).toFixed(1)} KB, sha256 ${digest}`);
});
