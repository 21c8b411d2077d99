import { createRequire } from 'node:module';
import { join } from 'node:path';
import vm from 'node:vm';
import type { AppPackage } from './app-package';
import { objectOf, type JsonObject } from '../json-value';
import { moduleScript, resolveModule } from './module-scripts';

/** What surrounds one invocation's code. */
export interface RuntimeSurroundings {
  /** The documented globals, by name. */
  readonly globals: JsonObject;
  /** What the code takes for the time. */
  readonly now: () => number;
  /** What `require('axios')` gives. */
  readonly axios: unknown;
}

type ModuleWrapper = (exports: object, require: (request: string) => unknown) => unknown;

const requireFromProject = createRequire(join(process.cwd(), 'package.json'));
const emptyObject = new vm.Script('({})');

/** Replaces `Date` by one that tells the sandbox's time when it is asked for the present. */
const replaceDate = new vm.Script(`(now) => {
  const RealDate = Date;
  const SandboxDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === SandboxDate ? target : newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = SandboxDate;
  globalThis.Date = SandboxDate;
}`);

/** Runs server/server.js in a new context, with nothing but what the platform documents, and returns its exports. */
export function startRuntime(appPackage: AppPackage, surroundings: RuntimeSurroundings): JsonObject {
  const context = vm.createContext(
    { ...surroundings.globals },
    { codeGeneration: { strings: false, wasm: false } },
  );
  (replaceDate.runInContext(context) as (now: () => number) => void)(surroundings.now);
  const serverDir = join(appPackage.dir, 'server');
  const modules = new Map<string, unknown>();

  const load = (path: string): unknown => {
    if (modules.has(path)) return modules.get(path);
    const exports = emptyObject.runInContext(context) as object;
    modules.set(path, exports);
    const wrapper = moduleScript(path).runInContext(context) as ModuleWrapper;
    const loaded = wrapper(exports, (request) => requireFrom(path, String(request)));
    modules.set(path, loaded);
    return loaded;
  };
  const requireFrom = (path: string, request: string): unknown => {
    if (!/^\.{1,2}\//.test(request)) return requirePackage(request, appPackage, surroundings.axios);
    const found = resolveModule(path, request, serverDir);
    if (found === null) throw cannotFind(request);
    return load(found);
  };

  const exported = load(join(serverDir, 'server.js'));
  return objectOf(exported);
}

function requirePackage(request: string, { manifest }: AppPackage, axios: unknown): unknown {
  const [scopeOrName = '', name = ''] = request.split('/');
  const packageName = scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName;
  if (!manifest.dependencies.has(packageName)) throw cannotFind(request);
  return request === 'axios' ? axios : requireFromProject(request);
}

function cannotFind(request: string): Error {
  return Object.assign(new Error(`Cannot find module '${request}'`), { code: 'MODULE_NOT_FOUND' });
}
