import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PackageError, readAppPackage, type AppPackage } from './app-package';
import type { JsonObject } from '../../support/json-value';
import type { Limits } from '../limits';
import { createRuntimePool, type RuntimePool } from '../runtime/runtime-pool';

/** Options for loading a package. */
export interface LoadOptions {
  readonly limits: Limits;
  readonly now: () => number;
  readonly hasFreshContexts: boolean;
}

/** A valid package, and the contexts in which its code runs. */
export interface LoadedPackage {
  readonly appPackage: AppPackage;
  readonly runtimes: RuntimePool;
}

/** Reads a package and loads its code; throws a PackageError with all problems. */
export function loadPackage(
  packageDir: string,
  { limits, now, hasFreshContexts }: LoadOptions,
): LoadedPackage {
  const problems: string[] = [];
  const appPackage = readAppPackage(resolve(packageDir), limits, problems);
  const runtimes = createRuntimePool(appPackage, hasFreshContexts);
  const { handlers, functions } = appPackage.manifest;
  const names = new Set([...handlers.values(), ...functions.keys()]);
  if (names.size > 0)
    checkServer(appPackage, [...names], { load: () => loadQuietly(runtimes, now, problems), problems });
  if (problems.length > 0) throw new PackageError(problems);
  return { appPackage, runtimes };
}

function checkServer(
  appPackage: AppPackage,
  names: readonly string[],
  { load, problems }: { load: () => JsonObject; problems: string[] },
): void {
  const path = join(appPackage.dir, 'server', 'server.js');
  if (!existsSync(path)) {
    problems.push('server/server.js is mandatory.');
    return;
  }
  const source = readFileSync(path, 'utf8');
  const exported = load();
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

/** Loads the code as the platform does before any run: without globals and without network access. */
function loadQuietly(runtimes: RuntimePool, now: () => number, problems: string[]): JsonObject {
  const runtime = runtimes.take();
  try {
    const exported = runtime.enter({ globals: {}, now, sendHttp });
    runtimes.release(runtime);
    return exported;
  } catch (error) {
    problems.push(`server/server.js cannot be loaded: ${String(error)}`);
    return {};
  }
}

function sendHttp(): Promise<never> {
  return Promise.reject(new Error('Requests need an invocation'));
}
