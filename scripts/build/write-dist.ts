import fs from 'node:fs';
import path from 'node:path';
import { KEPT_BY_FDK, listPackageFiles } from '../shared/package/app-package';
import type { Files } from './compile';

function isSame(target: string, content: string | Buffer): boolean {
  return fs.existsSync(target) && fs.readFileSync(target).equals(Buffer.from(content));
}

/** Atomic: readers see the old file or the new one, never a partial one. */
function replaceFile(target: string, content: string | Buffer): void {
  const fresh = `${target}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(fresh, content);
  fs.renameSync(fresh, target);
}

function removeEmptyFolders(dir: string): void {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    if (!entry.isDirectory() || KEPT_BY_FDK.has(entry.name)) continue;
    const folder = path.join(dir, entry.name);
    removeEmptyFolders(folder);
    if (fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
  }
}

/**
 * Makes `distDir` contain exactly `files`. Writes only differences, so that a running sandbox can continue to read it.
 */
export function writeDist(distDir: string, files: Files): void {
  for (const [name, content] of files) {
    const target = path.join(distDir, name);
    if (!isSame(target, content)) replaceFile(target, content);
  }
  for (const name of listPackageFiles(distDir).filter((each) => !files.has(each)))
    fs.rmSync(path.join(distDir, name), { force: true });
  removeEmptyFolders(distDir);
}
