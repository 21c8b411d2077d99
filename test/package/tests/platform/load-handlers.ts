import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

/** The handlers of server/server.js by name. */
export type Handlers = Readonly<Record<string, (payload: object) => Promise<void>>>;

const SERVER = fileURLToPath(new URL('../../server/server.js', import.meta.url));

/** Loads a package that manifest.json names. */
export const requirePackage = createRequire(SERVER);

/** Makes the context's `Date` tell the time of the test. */
const REPLACE_DATE = `(now) => {
  const RealDate = Date;
  Date = class extends RealDate {
    constructor(...given) { super(...(given.length === 0 ? [now()] : given)); }
    static now() { return now(); }
  };
}`;

/** What the platform puts into the context of server code, and what stands in for the network and the time. */
export interface Surroundings {
  readonly globals: object;
  /** Packages that are replaced, by name. */
  readonly packages: Readonly<Record<string, object>>;
  readonly now: () => number;
}

/**
 * The handlers in a bare context, as on the platform: no process, no timers, no Buffer. Each file is compiled as it is, under
 * its own address and with nothing put before its code, so that v8 counts the lines that really ran.
 */
export function loadHandlers({ globals, packages, now }: Surroundings): Handlers {
  const context = vm.createContext(globals);
  (vm.runInContext(REPLACE_DATE, context) as (now: () => number) => void)(now);
  const loaded = new Map<string, { exports: object }>();

  const requireFrom =
    (file: string) =>
    (name: string): unknown => {
      if (!name.startsWith('.')) return packages[name] ?? requirePackage(name);
      return load(path.join(path.dirname(file), `${name.replace(/\.js$/, '')}.js`));
    };

  function load(file: string): object {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const code = `${fs.readFileSync(file, 'utf8')}\nreturn exports;`;
    const options = { filename: pathToFileURL(file).href, parsingContext: context };
    const run = vm.compileFunction(code, ['exports', 'require'], options) as (...given: unknown[]) => object;
    module.exports = run(module.exports, requireFrom(file));
    return module.exports;
  }

  return load(SERVER) as Handlers;
}
