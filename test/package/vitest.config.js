/*
 * What `npm run fdk-unit-test` runs, and `fdk pack` with it. CommonJS, like all of the package: package.json names no type.
 */
module.exports = {
  test: {
    include: ['tests/**/*.test.js'],
    // Nothing waits for real time: what takes long is a slow machine and no failure.
    testTimeout: 300_000,
    coverage: {
      provider: 'v8',
      // Where the FDK looks for it.
      reportsDirectory: 'coverage/unit',
      reporter: ['json', 'text'],
      include: ['server/**/*.js'],
      // Freshworks asks for 80 % where unit tests are configured.
      thresholds: { lines: 80 },
    },
  },
};
