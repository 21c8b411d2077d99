import type { AppPackage } from '../package/app-package';
import { createRuntime, type PackageRuntime } from './package-runtime';

/** Idle contexts of one package. */
export interface RuntimePool {
  /** A context without another invocation: an idle one, or a new one. */
  take(): PackageRuntime;
  /** Returns a context for later invocations. Its code must have ended. */
  release(runtime: PackageRuntime): void;
}

const idleRuntimes = new Map<string, PackageRuntime[]>();

/**
 * Contexts shared by all sandboxes of this process that load the same package: loading its code is most of the cost of
 * an invocation. The platform guarantees no memory between invocations, so `areFresh` creates a new context for each.
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
