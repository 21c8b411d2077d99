import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PackageFiles } from '../../shared/package/app-package';

/** Writes the files into a new temporary folder and returns it; the caller removes it. */
export function writePackage(files: PackageFiles): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'package-'));
  for (const [name, content] of files) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}
