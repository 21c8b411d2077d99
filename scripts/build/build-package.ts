import fs from 'node:fs';
import path from 'node:path';
import { BuildError } from './build-error';
import { findMissingModules } from './check-requires';
import { findRefusedSyntax } from '../shared/package/find-refused-syntax';
import { collectInputs } from './collect-inputs';
import type { Files } from './compile';
import { compileWhenChanged } from './compile-when-changed';
import { cutCatalogues } from './cut-catalogues';
import { describePackage } from './describe-package';
import { fillInNames, namesOf } from './fill-in-names';
import { leaveOutUnreached } from './leave-out-unreached';
import { preloadModules } from './preload-modules';
import { writeDist } from './write-dist';

/** The TypeScript projects of the package. */
export const PROJECTS = [
  { config: 'server/tsconfig.json', sources: ['server'] },
  { config: 'app/tsconfig.json', sources: ['app', 'server/page-contract.d.ts'] },
  { config: 'config/assets/tsconfig.json', sources: ['config/assets'] },
  { config: 'test/package/tsconfig.json', sources: ['test/package'] },
] as const;

function gatherFiles(root: string): Files {
  const inputs = collectInputs(root);
  const compiled = PROJECTS.flatMap((project) => [...cutCatalogues(compileWhenChanged(root, project))]);
  const read = (name: string) => JSON.parse(fs.readFileSync(path.join(root, name), 'utf8'));
  const identity = read('package.json');
  const files = leaveOutUnreached(new Map([...inputs, ...compiled, ...describePackage(identity)]));
  return fillInNames(
    preloadModules(files),
    namesOf({ ...read('publisher.json'), version: identity.version }),
  );
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

/**
 * Writes dist/, a complete FDK app: compiled server code and pages, settings, samples, unit tests, and a README for the reviewer.
 * Everything is checked in memory first: after a BuildError dist/ is unchanged.
 */
export function buildPackage(root: string): void {
  const files = gatherFiles(root);
  check(files);
  writeDist(path.join(root, 'dist'), files);
}
