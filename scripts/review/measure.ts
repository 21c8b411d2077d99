/**
 * `npm run measure`: prints the size of the functions and rooms of server/, imports against the direction, and places
 * that write the state. `npm run measure -- sandbox` measures another folder, `--at <commit>` an earlier version.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatMeasures, formatServerMeasures } from './measure/print-figures';
import { MEASURE, readMeasureOptions } from './measure/read-options';
import { runCommand } from '../shared/command';
import { readSources } from './measure/sources';

const ROOT = path.resolve(__dirname, '../..');

/** Calls `use` with a copy of the folder at the commit. */
function withFolderAt(commit: string, folder: string, use: (root: string) => void): void {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'measure-'));
  try {
    const archive = path.join(copy, 'folder.tar');
    execFileSync('git', ['archive', '--output', archive, commit, '--', folder], { cwd: ROOT });
    execFileSync('tar', ['-xf', archive, '-C', copy]);
    use(copy);
  } finally {
    fs.rmSync(copy, { recursive: true });
  }
}

void runCommand(MEASURE, (args) => {
  const { folders, commit } = readMeasureOptions(args);
  for (const folder of folders) {
    const format = folder === 'server' ? formatServerMeasures : formatMeasures;
    const print = (root: string): void =>
      console.log(`${folder}/\n${format(readSources(path.join(root, folder)))}`);
    if (commit === undefined) print(ROOT);
    else withFolderAt(commit, folder, print);
  }
});
