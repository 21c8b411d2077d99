import { createRequire } from 'node:module';
import { join } from 'node:path';
import vm from 'node:vm';
import type { AppPackage } from '../package/app-package';
import { objectOf, type JsonObject } from '../../support/json-value';
import { createWiredAxios, type HttpAdapter } from '../../network/wired-axios';
import { moduleScript, resolveModule } from './module-scripts';

/** The environment of one invocation's code. */
export interface RuntimeSurroundings {
  /** The documented globals, by name. */
  readonly globals: JsonObject;
  /** The current time for the code. */
  readonly now: () => number;
  /** Sends the requests of `require('axios')`. */
  readonly sendHttp: HttpAdapter;
}

/** A context with a package's code. It serves one invocation at a time. */
export interface PackageRuntime {
  /** The exports of server/server.js, running in these surroundings from now on; the first call loads the code. */
  enter(surroundings: RuntimeSurroundings): JsonObject;
  /** False if a source file has changed since it was loaded. */
  isCurrent(): boolean;
}

type ModuleWrapper = (exports: object, require: (request: string) => unknown) => unknown;

const requireFromProject = createRequire(join(process.cwd(), 'package.json'));
const emptyObject = new vm.Script('({})');

/** Replaces `Date` by one that returns the sandbox's time as the current time. */
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

/** Creates a context with only what the platform documents. */
export function createRuntime(appPackage: AppPackage): PackageRuntime {
  const globals: JsonObject = {};
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  const serverDir = join(appPackage.dir, 'server');
  const scripts = new Map<string, vm.Script>();
  const modules = new Map<string, unknown>();
  let current: RuntimeSurroundings | null = null;

  const surroundings = (): RuntimeSurroundings => {
    if (current === null) throw new Error('No invocation has entered this context');
    return current;
  };
  const axios = createWiredAxios((config) => surroundings().sendHttp(config));
  const load = (path: string): unknown => {
    if (modules.has(path)) return modules.get(path);
    const exports = emptyObject.runInContext(context) as object;
    modules.set(path, exports);
    const script = moduleScript(path);
    scripts.set(path, script);
    const wrapper = script.runInContext(context) as ModuleWrapper;
    const loaded = wrapper(exports, (request) => requireFrom(path, String(request)));
    modules.set(path, loaded);
    return loaded;
  };
  const requireFrom = (path: string, request: string): unknown => {
    if (!/^\.{1,2}\//.test(request)) return requirePackage(request, appPackage, axios);
    const found = resolveModule(path, request, serverDir);
    if (found === null) throw cannotFind(request);
    return load(found);
  };

  (replaceDate.runInContext(context) as (now: () => number) => void)(() => surroundings().now());
  return {
    enter: (next) => {
      current = next;
      Object.assign(globals, next.globals);
      return objectOf(load(join(serverDir, 'server.js')));
    },
    isCurrent: () => [...scripts].every(([path, script]) => moduleScript(path) === script),
  };
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
