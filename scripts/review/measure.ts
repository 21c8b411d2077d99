/**
 * `npm run measure`: how large the functions and rooms of server/ are, which imports are against the direction, and which
 * places write the state. `npm run measure -- sandbox` measures another folder, `--at <commit>` an earlier one.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatMeasures, formatServerMeasures } from './measure/print-figures';
import { readSources } from './measure/sources';

const ROOT = path.resolve(__dirname, '../..');

/** Calls `use` with a copy of the folder as it was at the commit. */
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

const { values, positionals } = parseArgs({
  options: { at: { type: 'string' } },
  allowPositionals: true,
});

for (const folder of positionals.length > 0 ? positionals : ['server']) {
  const format = folder === 'server' ? formatServerMeasures : formatMeasures;
  const print = (root: string): void =>
    console.log(`${folder}/\n${format(readSources(path.join(root, folder)))}`);
  if (values.at === undefined) print(ROOT);
  else withFolderAt(values.at, folder, print);
}
