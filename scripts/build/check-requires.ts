import { createAppPackage } from '../shared/package/app-package';
import { requiredBy } from '../shared/package/loaded-files';
import type { Files } from './compile';

/** Modules that server.js requires but the package does not contain, as paths of their sources. */
export function findMissingModules(files: Files): string[] {
  return requiredBy(createAppPackage(files), 'server/server.js')
    .filter((module) => !files.has(module))
    .map((module) => module.replace(/^server\/lib\/(.*)\.js$/, 'server/$1.ts'));
}
