import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

/** The prefix of a module's code, on its first line, so that line numbers are kept. */
const modulePrefix = '(function (exports, require) {';
const moduleSuffix = '\nreturn exports;\n})';

interface CompiledModule {
  readonly stamp: string;
  readonly script: vm.Script;
  lookedAt: number;
}

/** File checks are a large part of the cost of an invocation; no one builds twice within this time. */
const CACHED_MS = 200;

const compiled = new Map<string, CompiledModule>();

/** The compiled wrapper of one file; recompiled if the file has changed. */
export function moduleScript(path: string): vm.Script {
  const lookedAt = performance.now();
  const known = compiled.get(path);
  if (known !== undefined && lookedAt - known.lookedAt < CACHED_MS) return known.script;
  const { mtimeMs, size } = statSync(path);
  const stamp = `${mtimeMs} ${size}`;
  if (known?.stamp === stamp) {
    known.lookedAt = lookedAt;
    return known.script;
  }
  const source = modulePrefix + readFileSync(path, 'utf8') + moduleSuffix;
  const script = new vm.Script(source, { filename: pathToFileURL(path).href });
  compiled.set(path, { stamp, script, lookedAt });
  return script;
}

const resolved = new Map<string, string>();

/**
 * The file of a relative require, or null if it does not exist or is outside `serverDir`. Cached: a package does not
 * move its files while it is loaded, and look-ups are most of the cost of an invocation.
 */
export function resolveModule(fromPath: string, request: string, serverDir: string): string | null {
  const key = `${fromPath} ${request}`;
  const path = resolved.get(key) ?? findModule(resolve(dirname(fromPath), request), serverDir);
  if (path !== null) resolved.set(key, path);
  return path;
}

function findModule(base: string, serverDir: string): string | null {
  const candidates = [base, `${base}.js`, join(base, 'index.js')];
  const path = candidates.find((file) => existsSync(file) && statSync(file).isFile());
  if (path === undefined || !path.endsWith('.js')) return null;
  return realpathSync(path).startsWith(realpathSync(serverDir) + sep) ? path : null;
}
