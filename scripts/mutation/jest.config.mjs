import base from '../../jest.config.mjs';

/** Unit tests only: a mutated source is not in the package the stories run. */
/** @type {import('jest').Config} */
export default { ...base, rootDir: '../..', roots: ['<rootDir>/server'] };
