/**
 * The package's code runs in separate contexts and gets its counters by `require('process')`; the unit tests' code has
 * them in the global object. This makes both the same, one set per test file.
 */
const counters = ((globalThis as { __coverage__?: object }).__coverage__ ??= {});
Reflect.set(process, '__coverage__', counters);
