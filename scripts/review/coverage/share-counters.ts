/**
 * The package's code runs in contexts of its own and reaches its counters by `require('process')`; the unit tests' code
 * has them in the global object. Both are made to be the same counters, one set for each test file.
 */
const counters = ((globalThis as { __coverage__?: object }).__coverage__ ??= {});
Reflect.set(process, '__coverage__', counters);
