import { createAppPackage } from '../shared/package/app-package';
import { reachedFiles } from '../shared/package/loaded-files';
import type { Files } from './compile';

/** What is compiled one file to one file, whether or not anything but types was in it. */
const COMPILED = /^(?:server\/lib|app\/scripts)\/.*\.js$/;

/**
 * The files without the compiled modules that no handler and no page reaches: those hold types only, of which
 * compiling leaves an empty module, and Freshworks' review wants no code that nothing needs.
 */
export function leaveOutUnreached(files: Files): Files {
  const reached = reachedFiles(createAppPackage(files));
  return new Map([...files].filter(([name]) => !COMPILED.test(name) || reached.has(name)));
}
