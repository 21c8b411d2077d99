import fs from 'node:fs';
import path from 'node:path';
import { BuildError } from './build-error';
import type { Files } from './compile';

/** Files that are copied unchanged: their paths in the repository and in the package. */
const COPIED = [
  { from: 'manifest.json', to: 'manifest.json' },
  { from: 'config/iparams.json', to: 'config/iparams.json' },
  { from: 'server/server.js', to: 'server/server.js' },
  { from: 'app/index.html', to: 'app/index.html' },
  { from: 'test/package/vitest.config.js', to: 'vitest.config.js' },
] as const;

/** Copied if present: the FDK accepts these names too, and refuses any other in config/. */
const OPTIONAL = ['config/requests.json', 'config/entities.json'].map((file) => ({ from: file, to: file }));

const COPIED_FOLDERS = [
  { from: 'app/styles', to: 'app/styles' },
  { from: 'test_data', to: 'server/test_data' },
] as const;

function readFolder(root: string, from: string, to: string): Files {
  const folder = path.join(root, from);
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [
        `${to}/${path.relative(folder, file).split(path.sep).join('/')}`,
        fs.readFileSync(file),
      ]),
  );
}

function stopOnMissing(root: string): void {
  const missing = [...COPIED, ...COPIED_FOLDERS]
    .map(({ from }) => from)
    .filter((from) => !fs.existsSync(path.join(root, from)));
  if (missing.length > 0)
    throw new BuildError(`The package needs these, and they are missing: ${missing.join(', ')}`);
}

/** All files that go into the package unchanged; reports all missing inputs together. */
export function collectInputs(root: string): Files {
  stopOnMissing(root);
  const present = OPTIONAL.filter(({ from }) => fs.existsSync(path.join(root, from)));
  const single = [...COPIED, ...present].map(
    ({ from, to }) => [to, fs.readFileSync(path.join(root, from))] as const,
  );
  const folders = COPIED_FOLDERS.flatMap(({ from, to }) => [...readFolder(root, from, to)]);
  return new Map([...single, ...folders]);
}
