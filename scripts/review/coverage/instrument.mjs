// Not TypeScript: jest loads it directly on Node 20.
import { createInstrumenter } from 'istanbul-lib-instrument';

/**
 * The code with counters in it, which `scope` holds while it runs, and these counters before it ran.
 * @param {string} source
 * @param {string} file
 * @param {string} scope an expression
 */
export function instrumentWithCounters(source, file, scope) {
  const instrumenter = createInstrumenter({
    esModules: true,
    compact: false,
    preserveComments: true,
    parserPlugins: ['typescript'],
    coverageGlobalScope: scope,
    coverageGlobalScopeFunc: false,
  });
  const code = instrumenter.instrumentSync(source, file);
  return { code, counters: instrumenter.lastFileCoverage() };
}

/**
 * The TypeScript source with counters in it. They are placed before anything is compiled, so that unit tests and stories
 * count the same lines however their code was compiled.
 * @param {string} source
 * @param {string} file
 * @param {string} scope an expression
 * @returns {string}
 */
export function instrument(source, file, scope) {
  return instrumentWithCounters(source, file, scope).code;
}
