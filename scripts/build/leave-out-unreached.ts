import { createAppPackage } from '../shared/package/app-package';
import { reachedFiles } from '../shared/package/loaded-files';
import type { Files } from './compile';

/** Files compiled one to one, including those that contain only types. */
const COMPILED = /^(?:server\/lib|app\/scripts)\/.*\.js$/;

/**
 * Removes the compiled modules that no handler and no page reaches: they contained only types and are empty after
 * compilation, and Freshworks' review allows no unused code.
 */
export function leaveOutUnreached(files: Files): Files {
  const reached = reachedFiles(createAppPackage(files));
  return new Map([...files].filter(([name]) => !COMPILED.test(name) || reached.has(name)));
}
