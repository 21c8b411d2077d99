/**
 * Writes dist/, a complete FDK app: compiled server code and pages, settings, samples, and a README for the reviewer.
 * Everything is checked in memory first, so a failed build leaves dist/ as it was.
 */
import fs from 'node:fs';
import path from 'node:path';
import { BuildError } from './packaging/build-error';
import { findMissingModules } from './packaging/check-requires';
import { findRefusedSyntax } from './packaging/check-emitted';
import { collectInputs } from './packaging/collect-inputs';
import { compile, type Files } from './packaging/compile';
import { describePackage } from './packaging/describe-package';
import { makeJsonModules } from './packaging/json-modules';
import { leaveOutUnreached } from './packaging/leave-out-unreached';
import { writeDist } from './packaging/write-dist';

const ROOT = path.resolve(__dirname, '..');
const DIST = path.join(ROOT, 'dist');
const PROJECTS = ['server/tsconfig.json', 'app/tsconfig.json', 'config/assets/tsconfig.json'];

function gatherFiles(): Files {
  const inputs = collectInputs(ROOT);
  const compiled = PROJECTS.flatMap((project) => [
    ...makeJsonModules(compile(path.join(ROOT, project), DIST)),
  ]);
  const identity = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return leaveOutUnreached(new Map([...inputs, ...compiled, ...describePackage(identity)]));
}

function check(files: Files): void {
  const refused = [...files]
    .filter(([name]) => name.endsWith('.js'))
    .flatMap(([name, code]) => findRefusedSyntax(name, String(code)));
  if (refused.length > 0)
    throw new BuildError(`Freshworks would refuse the emitted code:\n${refused.join('\n')}`);

  const missing = findMissingModules(files);
  if (missing.length > 0)
    throw new BuildError(`server/server.js requires what is not there: ${missing.join(', ')}`);
}

try {
  const startedAt = Date.now();
  const files = gatherFiles();
  check(files);
  writeDist(DIST, files);
  console.log(`dist/ is ready: ${files.size} files in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`Build stopped. ${error.message}`);
  process.exitCode = 1;
}
