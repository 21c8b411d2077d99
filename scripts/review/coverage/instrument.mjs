// Not TypeScript: jest loads it directly on Node 20.
import { createInstrumenter } from 'istanbul-lib-instrument';

/**
 * The TypeScript source with counters in it, which `scope` holds while it runs. The counters are placed before anything
 * is compiled, so that unit tests and stories count the same lines however their code was compiled.
 * @param {string} source
 * @param {string} file
 * @param {string} scope an expression
 * @returns {string}
 */
export function instrument(source, file, scope) {
  const instrumenter = createInstrumenter({
    esModules: true,
    compact: false,
    preserveComments: true,
    parserPlugins: ['typescript'],
    coverageGlobalScope: scope,
    coverageGlobalScopeFunc: false,
  });
  return instrumenter.instrumentSync(source, file);
}
