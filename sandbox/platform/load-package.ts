import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PackageError, readAppPackage, type AppPackage } from './app-package';
import type { JsonObject } from '../json-value';
import type { Limits } from './limits';
import { startRuntime, type RuntimeSurroundings } from './package-runtime';

/** Reads a package and loads its code once; throws a PackageError that names everything the platform would not take. */
export function loadPackage(
  packageDir: string,
  limits: Limits,
  surroundings: RuntimeSurroundings,
): AppPackage {
  const problems: string[] = [];
  const appPackage = readAppPackage(resolve(packageDir), limits, problems);
  const { handlers, functions } = appPackage.manifest;
  const names = new Set([...handlers.values(), ...functions.keys()]);
  if (names.size > 0) checkServer(appPackage, [...names], { surroundings, problems });
  if (problems.length > 0) throw new PackageError(problems);
  return appPackage;
}

function checkServer(
  appPackage: AppPackage,
  names: readonly string[],
  { surroundings, problems }: { surroundings: RuntimeSurroundings; problems: string[] },
): void {
  const path = join(appPackage.dir, 'server', 'server.js');
  if (!existsSync(path)) {
    problems.push('server/server.js is mandatory.');
    return;
  }
  const source = readFileSync(path, 'utf8');
  const exported = startQuietly(appPackage, surroundings, problems);
  if (!/\bexports\s*=\s*\{/.test(source)) problems.push('server/server.js has no literal exports = { … }');
  for (const name of names) {
    if (typeof exported[name] !== 'function') problems.push(`server/server.js does not export ${name}`);
    else if (!isWrittenOut(name, source)) {
      problems.push(
        `server/server.js: write ${name} as a literal key of exports, as a function without arrow`,
      );
    }
  }
}

function isWrittenOut(name: string, source: string): boolean {
  return new RegExp(`\\b${name}['"]?\\s*:\\s*(async\\s+)?function\\b`).test(source);
}

function startQuietly(
  appPackage: AppPackage,
  surroundings: RuntimeSurroundings,
  problems: string[],
): JsonObject {
  try {
    return startRuntime(appPackage, surroundings);
  } catch (error) {
    problems.push(`server/server.js cannot be loaded: ${String(error)}`);
    return {};
  }
}
