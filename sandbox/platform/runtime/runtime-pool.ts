import type { AppPackage } from '../package/app-package';
import { createRuntime, type PackageRuntime } from './package-runtime';

/** Contexts of one package that no invocation uses now. */
export interface RuntimePool {
  /** A context in which no other invocation runs: an idle one, or a new one. */
  take(): PackageRuntime;
  /** Offers a context to later invocations. Only for a context whose code has ended. */
  release(runtime: PackageRuntime): void;
}

const idleRuntimes = new Map<string, PackageRuntime[]>();

/**
 * Contexts shared by all sandboxes of this process that load the same package: loading its code is most of what an
 * invocation costs. The platform promises no memory between invocations, so `areFresh` gives each one a new context.
 */
export function createRuntimePool(appPackage: AppPackage, areFresh: boolean): RuntimePool {
  if (areFresh) return { take: () => createRuntime(appPackage), release: () => undefined };
  const idle = idleRuntimes.get(appPackage.dir) ?? [];
  idleRuntimes.set(appPackage.dir, idle);
  return {
    take: () => {
      const runtime = idle.pop();
      return runtime?.isCurrent() === true ? runtime : createRuntime(appPackage);
    },
    release: (runtime) => void idle.push(runtime),
  };
}
